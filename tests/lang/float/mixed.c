#include <stdio.h>

static double mean(const int *a, int n) {
    double s = 0;
    for (int i = 0; i < n; i++)
        s += a[i];
    return s / n;
}
static float half(float x) { return x / 2; }

int main(void) {
    int a[] = {1, 2, 4};
    printf("%.4f\n", mean(a, 3)); // expect: 2.3333
    printf("%.3f\n", half(5)); // expect: 2.500
    float f = 1.5f;
    double d = f * 2;
    printf("%.2f %.2f\n", f + d, d - 1); // expect: 4.50 2.00
    unsigned u = 3000000000u;
    printf("%.1f\n", u * 1.0); // expect: 3000000000.0
    unsigned long ul = 1UL << 63;
    printf("%.1f\n", ul * 1.0); // expect: 9223372036854775808.0
    long l = -5;
    printf("%.1f\n", l / 2.0); // expect: -2.5
    printf("%.1f\n", l / 2 + 0.5f); // expect: -1.5
    d += l;
    printf("%.1f\n", d); // expect: -2.0
    char c = 'A';
    printf("%.1f\n", c * 0.5); // expect: 32.5
    _Bool b = 0.001;
    printf("%d\n", b); // expect: 1
    return 0;
}
