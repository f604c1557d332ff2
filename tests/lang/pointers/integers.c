// Pointers as integers, bytes and union members, and back.
#include <stdio.h>
#include <stdint.h>
#include <string.h>
int main(void) {
    int x = 5, *p = &x;
    uintptr_t u = (uintptr_t)p;
    int *q = (int *)u;
    printf("%d\n", *q);
    printf("%d\n", p == q);
    char buf[sizeof p];
    memcpy(buf, &p, sizeof p);
    int *r;
    memcpy(&r, buf, sizeof r);
    *r = 6;
    printf("%d\n", x);
    union {
        int *p;
        unsigned char c[8];
    } un;
    un.p = p;
    union {
        int *p;
        unsigned char c[8];
    } u2;
    for (int i = 0; i < 8; i++)
        u2.c[i] = un.c[i];
    printf("%d\n", *u2.p);
    int a[4] = {1, 2, 3, 4};
    u = (uintptr_t)a;
    printf("%d\n", *(int *)(u + 8));
    printf("%d\n", (int)((uintptr_t)&a[2] - (uintptr_t)&a[0]));
    printf("%d\n", ((uintptr_t)a & 3) == 0);
    int y;
    printf("%d\n", &x != &y);
    printf("%d\n", (&x < &y) != (&y < &x));
    p = 0;
    printf("%d %d\n", p == NULL, !p);
    void *v = a;
    printf("%d\n", ((int *)v)[1]);
    char *c = v;
    c += 4;
    printf("%d\n", *(int *)c);
    printf("%ld\n", &a[3] - &a[1]);
    printf("%d\n", *(a + 1));
    printf("%d\n", 1 [a]);
    int *e = a + 4;
    printf("%d\n", e - a == 4);
    while (e != a)
        printf("%d", *--e);
    puts("");
    void *vp[2] = {a, &x};
    printf("%d\n", vp[0] == a);
    printf("%d\n", (uintptr_t)NULL == 0);
    long tag = (long)a | 1;
    printf("%d\n", *(int *)(tag & ~1L));
    return 0;
}
// expect: 5
// expect: 1
// expect: 6
// expect: 6
// expect: 3
// expect: 8
// expect: 1
// expect: 1
// expect: 1
// expect: 1 1
// expect: 2
// expect: 2
// expect: 2
// expect: 2
// expect: 2
// expect: 1
// expect: 4321
// expect: 1
// expect: 1
// expect: 1
