// Integers are divided as integers, whatever the result becomes; and few decimal fractions are exact in binary.
#include <stdio.h>

double half(int n) {
    return 1 / 2 * n; // warning: this divides integers, so the fraction is lost before it becomes `double`
}

int main(void) {
    int sum = 7, count = 3;
    double x = 1 / 2;                         // warning: divides integers
    double celsius = (5 / 9) * (sum - 32.0);  // warning: divides integers
    double average = sum / count;             // warning: divides integers
    float part = 1 / count + 0.5f;            // warning: so the fraction is lost before it becomes `float`
    double whole = 4 / 2, right = 1.0 / 2, cast = (double)sum / count, meant = (sum / count), row = sum / 10;
    if (x == 0.1) // warning: 0.1 has no exact value in binary
        puts("equal");
    if (part != 0.3) // warning: 0.3 has no exact value
        puts("a float never is"); // note: a `float` is never equal to this `double`: write `0.3f`
    if (x == 0.5 || x == 0 || x != 1e10 || part == 0.25f)
        puts("exact");
    printf("%g %g %g %g %g %g %g\n", celsius, average, whole, right, cast, meant, row);
    printf("%d %d\n", 2^3, 10^6); // warning: `^` is no power but exclusive or: 2^3 is 1 // warning: 10^6 is 12
    return 0x2 ^ 3;
}
