// The right side of an assignment to a bit-field comes first, as in gcc; to another member
// the left side's pointer does.
#include <stdio.h>
struct s {
    int plain, bits : 7;
} a = {1, 2}, b = {3, 4}, *p = &a;
static int f(void) {
    p = &b;
    return 9;
}
int main(void) {
    p->bits = f();
    printf("%d %d\n", a.bits, b.bits); // expect: 2 9
    p = &a;
    p->plain = f();
    printf("%d %d\n", a.plain, b.plain); // expect: 9 3
    p = &a;
    p->bits += f();
    printf("%d %d\n", a.bits, b.bits); // expect: 2 18
    p = &a;
    int value = (p->bits = f() + 100);
    printf("%d %d\n", value, b.bits); // expect: -19 -19
}
