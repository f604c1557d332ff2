// A case inside a block whose variables live in memory: they begin when it is entered that way.
#include <stdio.h>

static int f(int n) {
    int r = 0;
    switch (n) {
    case 1: {
        int a[2] = {5, 6};
        r += a[1];
        if (r < 100) {
            int b[2];
    case 2:
            b[0] = 7;
            r += b[0];
        }
        break;
    }
    case 3: {
        int *p, x = 4;
        p = &x;
        r += *p;
    }
    default: r += 1000;
    }
    return r;
}

int main(void) {
    printf("%d\n", f(1)); // expect: 13
    printf("%d\n", f(2)); // expect: 7
    printf("%d\n", f(3)); // expect: 1004
    printf("%d\n", f(4)); // expect: 1000
    return 0;
}
