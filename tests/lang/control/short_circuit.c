// What && || and ?: leave out.
#include <stdio.h>
int c;
int t(int v) {
    c++;
    return v;
}
int main(void) {
    int r;
    r = t(0) && t(1);
    printf("%d %d\n", r, c);
    r = t(1) || t(1);
    printf("%d %d\n", r, c);
    r = t(1) && t(0) || t(2);
    printf("%d %d\n", r, c);
    r = !t(0) && !t(5);
    printf("%d %d\n", r, c);
    if ((t(1) || t(2)) && (t(0) || t(3)))
        puts("ok");
    printf("%d\n", c);
    r = t(3) ? t(4) : t(5);
    printf("%d %d\n", r, c);
    while (t(c < 20) && c % 7)
        ;
    printf("%d\n", c);
    r = (t(1), t(2));
    printf("%d\n", r);
    int *p = 0;
    if (p && *p)
        r = 9;
    printf("%d\n", r);
    double d = 0.0;
    printf("%d %d\n", d || 0, d && 1);
    return 0;
}
// expect: 0 1
// expect: 1 2
// expect: 1 5
// expect: 0 7
// expect: ok
// expect: 10
// expect: 4 12
// expect: 14
// expect: 2
// expect: 2
// expect: 0 0
