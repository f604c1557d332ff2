// A block's variables are new each time round; leaving by any way ends them.
#include <stdio.h>

int main(void) {
    int total = 0;
    for (int i = 0; i < 5; i++) {
        int a[4] = {i, i + 1};
        int *p = a;
        if (i == 1)
            continue;
        {
            struct { int x, y; } s = {p[0], p[1]};
            int *q = &s.x;
            if (*q == 3)
                break;
            total += s.y;
        }
        total += a[2] + a[3];
    }
    printf("%d\n", total); // expect: 4
    while (total > 0) {
        char buf[16];
        sprintf(buf, "%d", total);
        printf("%s ", buf);
        total /= 2;
    }
    printf("\n"); // expect: 4 2 1 
    return 0;
}
