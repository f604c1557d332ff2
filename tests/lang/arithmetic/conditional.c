#include <stdio.h>

static int sign(int x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

int main(void) {
    int a = 3, b = 4;
    printf("%d %d %d\n", sign(9), sign(-9), sign(0)); // expect: 1 -1 0
    int max = a > b ? a : b;
    printf("%d\n", max); // expect: 4
    a > b ? a++ : b++;
    printf("%d %d\n", a, b); // expect: 3 5
    double d = a ? 1 : 2.5;
    printf("%.1f\n", d); // expect: 1.0
    printf("%s\n", b == 5 ? "five" : "not five"); // expect: five
    int *p = a ? &a : &b;
    *p = 77;
    printf("%d\n", a); // expect: 77
    printf("%d\n", a ?: 5); // expect: 77
    printf("%d\n", (a = 0) ?: 6); // expect: 6
    a = a ? a : b ? b + 1 : 9;
    printf("%d\n", a); // expect: 6
    unsigned u = 1;
    printf("%d\n", (a ? -1 : u) > 0); // expect: 1
    return 0;
}
