#include <stdio.h>

struct b { int s : 3; unsigned u : 3; long l : 33; unsigned char c : 2; };

int main(void) {
    struct b b = {0}, *p = &b;
    for (int i = 0; i < 10; i++) {
        b.s = i;
        p->u = i;
        if (i == 5 || i == 9) printf("%d %d\n", b.s, p->u);
    }
    b.l = 1L << 32;
    printf("%ld\n", (long)b.l);
    b.l--;
    printf("%ld\n", (long)b.l);
    b.s = b.u = 7;
    printf("%d %d\n", b.s, b.u);
    int x = b.s++ + --b.u;
    printf("%d %d %d\n", x, b.s, b.u);
    b.c = b.c ? 0 : 3;
    b.c ^= 1;
    printf("%d\n", b.c << 6);
    struct b copy = b;
    copy.u = 1;
    printf("%d %d\n", b.u, copy.u);
    printf("%d\n", (b.s = -4) < 0 && b.u > 0);
    struct b arr[3] = {{1, 2}, {.u = 5}};
    arr[2] = arr[1];
    arr[2].u |= 2;
    printf("%d %d\n", arr[2].u, arr[1].u);
    return 0;
}
// expect: -3 5
// expect: 1 1
// expect: -4294967296
// expect: 4294967295
// expect: -1 7
// expect: 5 0 6
// expect: 128
// expect: 6 1
// expect: 1
// expect: 7 5
