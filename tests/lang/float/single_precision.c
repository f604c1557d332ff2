// float arithmetic rounds to float each time.
#include <stdio.h>

int main(void) {
    float s = 0;
    for (int i = 0; i < 10; i++)
        s += 0.1f;
    printf("%.9f\n", s); // expect: 1.000000119
    double d = 0;
    for (int i = 0; i < 10; i++)
        d += 0.1;
    printf("%.17f\n", d); // expect: 0.99999999999999989
    float a = 1e8f, b = 1;
    printf("%.1f\n", a + b - a); // expect: 0.0
    printf("%.9g\n", 1.0f / 3.0f); // expect: 0.333333343
    printf("%.17g\n", 1.0 / 3.0); // expect: 0.33333333333333331
    float x = 16777216.0f;
    printf("%d\n", x + 1 == x); // expect: 1
    float m = 3.4e38f;
    printf("%f\n", m * 10); // expect: inf
    printf("%g\n", (double)(m * 10.0f)); // expect: inf
    return 0;
}
