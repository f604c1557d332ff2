#include <stdio.h>

int main(void) {
    int n = 0, total = 0;
again:
    n++;
    {
        int a[n];
        for (int i = 0; i < n; i++)
            a[i] = i;
        if (n < 4)
            goto again;
        total += a[n - 1];
    }
    printf("%d\n", total); // expect: 3
    for (int k = 1;; k++) {
        char buf[k * 10];
        buf[k] = 1;
        if (k == 2)
            continue;
        if (k == 5)
            break;
        total += buf[k];
    }
    printf("%d\n", total); // expect: 6
    return 0;
}
