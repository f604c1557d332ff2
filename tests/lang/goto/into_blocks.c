// A goto may enter a block; its variables exist, without values.
#include <stdio.h>

static int f(int n) {
    int r = 0;
    if (n == 1)
        goto inside;
    {
        int a[3];
        a[0] = 1;
        r = a[0];
        {
            int b;
            int *p = &b;
        inside:
            p = &b;
            *p = 10;
            r += b;
            if (n == 2) {
                n = 1;
                goto inside;
            }
        }
        a[1] = r;
        r = a[1] * 2;
    }
    return r;
}
static int skip(int n) {
    goto middle;
    while (n > 0) {
        n -= 10;
    middle:
        n--;
    }
    return n;
}

int main(void) {
    printf("%d\n", f(0)); // expect: 22
    printf("%d\n", f(1)); // expect: 20
    printf("%d\n", f(2)); // expect: 42
    printf("%d\n", skip(30)); // expect: -4
    return 0;
}
