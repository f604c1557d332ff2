// The value of an assignment has the type of its left side.
#include <stdio.h>
int main(void) {
    int a, b, c;
    a = b = c = 5;
    printf("%d\n", a + b + c);
    a += b -= c *= 2;
    printf("%d %d %d\n", a, b, c);
    char ch;
    int i = ch = 300;
    printf("%d\n", i);
    unsigned char u;
    long l = u = -1;
    printf("%ld\n", l);
    float f;
    double d = f = 0.1;
    printf("%d\n", d == 0.1);
    int *p, *q;
    p = q = &a;
    *p = *q = 9;
    printf("%d\n", a);
    short s;
    i = (s = 70000) + 1;
    printf("%d\n", i);
    _Bool bo;
    i = bo = 7;
    printf("%d\n", i);
    struct {
        int x;
    } x, y, z;
    x = y = z = (__typeof__(z)){3};
    return 0;
}
// expect: 15
// expect: 0 -5 10
// expect: 44
// expect: 255
// expect: 0
// expect: 9
// expect: 4465
// expect: 1
