#include <stdio.h>
#include <string.h>

static void swap(void *a, void *b, size_t n) {
    unsigned char *x = a, *y = b;
    while (n--) {
        unsigned char t = *x;
        *x++ = *y;
        *y++ = t;
    }
}

int main(void) {
    double a = 1.5, b = -2.5;
    swap(&a, &b, sizeof a);
    printf("%.1f %.1f\n", a, b); // expect: -2.5 1.5
    struct { int i; char c[4]; } s = {1, "one"}, t = {2, "two"};
    swap(&s, &t, sizeof s);
    printf("%d %s %d %s\n", s.i, s.c, t.i, t.c); // expect: 2 two 1 one
    int n = 0x04030201;
    unsigned char *p = (unsigned char *)&n;
    printf("%d%d%d%d\n", p[0], p[1], p[2], p[3]); // expect: 1234
    p[1] = 0xff;
    printf("%x\n", n); // expect: 403ff01
    void *v = &n;
    *(short *)v = -1;
    printf("%x\n", n); // expect: 403ffff
    return 0;
}
