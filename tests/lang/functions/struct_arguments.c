// Structs among other arguments, in calls that are arguments themselves.
#include <stdio.h>

struct a { char c; };
struct b { double d; int i; };
struct c { int v[5]; };
static int mix(int x, struct a a, struct b b, long y, struct c c) {
    return x + a.c + (int)b.d + b.i + (int)y + c.v[4];
}
static struct c fill(int n) { return (struct c){{n, n, n, n, n}}; }
static struct b make(double d) { struct b b = {d, 1}; return b; }
static double total(struct b b, struct b c) { return b.d * c.d; }

int main(void) {
    printf("%d\n", mix(1, (struct a){2}, make(3), 4, fill(5))); // expect: 16
    printf("%.1f\n", total(make(1.5), make(total(make(2), make(3))))); // expect: 9.0
    struct a a = {10};
    printf("%d\n", mix(a.c, a, (struct b){.i = 7}, -1, (struct c){{[4] = 100}})); // expect: 126
    struct c (*f)(int) = fill;
    printf("%d\n", f(9).v[3]); // expect: 9
    return 0;
}
