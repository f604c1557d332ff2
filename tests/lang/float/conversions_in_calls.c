#include <math.h>
#include <stdio.h>

static float f(float x) { return x * 0.1f; }
static double d(double x) { return x; }
static int i(int x) { return x; }
static long double ld(long double x) { return x / 3; }

int main(void) {
    printf("%.8f\n", f(1)); // expect: 0.10000000
    printf("%.8f\n", d(f(3))); // expect: 0.30000001
    printf("%d\n", i(d(2.99))); // expect: 2
    printf("%.5f\n", (double)ld(1)); // expect: 0.33333
    printf("%.5Lf\n", ld(2)); // expect: 0.66667
    float a[2] = {1.1, 2.2};
    a[0] += 1e-3;
    printf("%.7f\n", a[0]); // expect: 1.1010001
    printf("%d\n", a[1] == 2.2f); // expect: 1
    printf("%.2f\n", pow(2, 0.5) + fabs(-1) + sqrt(16)); // expect: 6.41
    double x = 10;
    x /= 4;
    x = -x;
    printf("%.2f %d\n", x, (int)x); // expect: -2.50 -2
    printf("%d\n", (int)lround(2.5) + (int)round(-2.5)); // expect: 0
    float inf = 1e30f * 1e30f;
    printf("%f\n", inf); // expect: inf
    return 0;
}
