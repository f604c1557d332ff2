#include <stdio.h>
int main(void) {
    int a = 0, b = 0, c = 0, n;
    n = sscanf("10 20 30", "%d %d %d", &a, &b, &c);
    printf("%d: %d %d %d\n", n, a, b, c); // expect: 3: 10 20 30
    n = sscanf("1,2;3", "%d,%d;%d", &a, &b, &c);
    printf("%d: %d %d %d\n", n, a, b, c); // expect: 3: 1 2 3
    n = sscanf("7 x 9", "%d %d %d", &a, &b, &c);
    printf("%d: %d %d %d\n", n, a, b, c); // expect: 1: 7 2 3
    n = sscanf("", "%d", &a);
    printf("%d\n", n); // expect: -1
    n = sscanf("abc", "%d", &a);
    printf("%d\n", n); // expect: 0
    n = sscanf("0x1f 017 12", "%i %i %i", &a, &b, &c);
    printf("%d: %d %d %d\n", n, a, b, c); // expect: 3: 31 15 12
    n = sscanf("12345", "%2d%3d", &a, &b);
    printf("%d: %d %d\n", n, a, b); // expect: 2: 12 345
    unsigned u;
    n = sscanf("ff 777", "%x %o", &u, (unsigned *)&a);
    printf("%d: %u %d\n", n, u, a); // expect: 2: 255 511
    long l;
    long long ll;
    short h;
    signed char hh;
    n = sscanf("123456789012 -9 -300 -5", "%ld %lld %hd %hhd", &l, &ll, &h, &hh);
    printf("%d: %ld %lld %d %d\n", n, l, ll, h, hh); // expect: 4: 123456789012 -9 -300 -5
    float f;
    double d;
    n = sscanf("3.5 -2.25e3", "%f %lf", &f, &d);
    printf("%d: %g %g\n", n, f, d); // expect: 2: 3.5 -2250
    n = sscanf("inf nan", "%f %lf", &f, &d);
    printf("%d: %g %g\n", n, f, d); // expect: 2: inf nan
    n = sscanf(".5 5. 1e2x", "%f %lf %*f", &f, &d);
    printf("%d: %g %g\n", n, f, d); // expect: 2: 0.5 5
    n = sscanf("12 34 56", "%d %*d %d", &a, &b);
    printf("%d: %d %d\n", n, a, b); // expect: 2: 12 56
    n = sscanf("  42abc", "%d%n", &a, &b);
    printf("%d: %d %d\n", n, a, b); // expect: 1: 42 4
    n = sscanf("50%", "%d%%%n", &a, &b);
    printf("%d: %d %d\n", n, a, b); // expect: 1: 50 3
    return 0;
}
