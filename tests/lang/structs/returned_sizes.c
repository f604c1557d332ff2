// Structs of many sizes as results, arguments and operands.
#include <stdlib.h>
typedef struct {
    char a[3];
} A3;
typedef struct {
    float x, y;
} F2;
typedef struct {
    double d;
    int i;
} DI;
typedef struct {
    long a, b, c;
} L3;
A3 fa(int i) {
    A3 r = {{i, i + 1, i + 2}};
    return r;
}
F2 ff(float x) {
    F2 r;
    r.x = x;
    r.y = -x;
    return r;
}
DI fd(double d) {
    return (DI){d, (int)d};
}
L3 fl(L3 x) {
    x.b *= 2;
    return x;
}
L3 *gp;
L3 gl = {1, 2, 3};
L3 side(void) {
    gl.a = 100;
    return gl;
}
int main(void) {
    A3 a = fa(5);
    if (a.a[2] != 7 || fa(9).a[0] != 9)
        abort();
    if (ff(2).y != -2)
        abort();
    DI d = fd(3.7);
    if (d.i != 3)
        abort();
    if (fl(fl(gl)).b != 8)
        abort();
    gl = fl(gl);
    if (gl.b != 4)
        abort();
    gp = &gl;
    *gp = side();
    if (gp->a != 100)
        abort();
    L3 arr[2];
    arr[0] = arr[1] = fl(*gp);
    if (arr[0].b != 8)
        abort();
    L3 (*pf)(L3) = fl;
    if ((*pf)(arr[1]).b != 16)
        abort();
    int c = 1;
    L3 z = c ? fl(gl) : side();
    if (z.b != 8)
        abort();
    z = (gl.a = 7, gl);
    if (z.a != 7)
        abort();
    gl = gl;
    struct {
        L3 l;
        A3 a;
    } n = {fl(gl), fa(1)};
    if (n.l.b != 8 || n.a.a[1] != 2)
        abort();
    L3 *q = (L3[]){fl(gl), gl};
    if (q[0].b != 8)
        abort();
    return 0;
}
// exit: 0
