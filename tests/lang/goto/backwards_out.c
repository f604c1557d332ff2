#include <stdio.h>

int main(void) {
    int round = 0;
start:
    round++;
    {
        int a[8];
        for (int i = 0; i < 8; i++) {
            a[i] = i * round;
            int *p = &a[i];
            if (*p == 12 && round < 5)
                goto start;
        }
        printf("%d %d\n", round, a[7]);
    }
    if (round < 7)
        goto start;
    return 0;
}
// expect: 1 7
// expect: 5 35
// expect: 6 42
// expect: 7 49
