#include <stdio.h>

static int f(int n) {
    int table[64] = {1, 2, 3, [32] = 4, [63] = n};
    int sum = 0;
    for (int i = 0; i < 64; i++) sum += table[i];
    table[0] = 1000;
    return sum;
}
static const char *name(int i) {
    const char *names[] = {"zero", "one", "two", "three"};
    return names[i];
}
static double poly(double x) {
    const double c[] = {1, -2, 0.5, 0.25};
    double r = 0;
    for (int i = 3; i >= 0; i--) r = r * x + c[i];
    return r;
}

int main(void) {
    printf("%d %d\n", f(10), f(20)); // expect: 20 30
    printf("%s %s\n", name(1), name(3)); // expect: one three
    printf("%.3f\n", poly(2)); // expect: 1.000
    char big[1000] = "start";
    big[999] = 'x';
    printf("%s %d %c\n", big, big[500], big[999]); // expect: start 0 x
    struct { int a; char s[20]; double d[3]; } s = {1, "text", {0.5, f(0)}};
    printf("%d %s %.1f %.1f %.1f\n", s.a, s.s, s.d[0], s.d[1], s.d[2]); // expect: 1 text 0.5 10.0 0.0
    return 0;
}
