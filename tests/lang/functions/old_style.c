// Definitions of before 1989, and calls without prototype.
#include <stdio.h>

int add(a, b)
    int a, b;
{
    return a + b;
}
double scale(c, f)
    char c;
    float f;
{
    return c * f;
}
int none() { return 5; }

int main() {
    printf("%d\n", add(2, 3)); // expect: 5
    printf("%.2f\n", scale('A', 0.5)); // expect: 32.50
    printf("%.2f\n", scale(321, 0.5)); // expect: 32.50
    printf("%d\n", none()); // expect: 5
    int (*f)() = none;
    printf("%d\n", f()); // expect: 5
    return 0;
}
