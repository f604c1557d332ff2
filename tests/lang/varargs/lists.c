// va_list in structs, globals, by pointer, copied and begun again.
#include <stdarg.h>
extern void abort(void);
va_list gap;
struct H {
    va_list ap;
    int n;
};
int useg(void) {
    return va_arg(gap, int);
}
void f(int n, ...) {
    va_start(gap, n);
    if (useg() != 10)
        abort();
    if (va_arg(gap, double) != 11.0)
        abort();
    va_end(gap);
}
int pull(va_list *p) {
    return va_arg(*p, int);
}
int pullv(va_list p) {
    return va_arg(p, int);
}
void g(int n, ...) {
    struct H h;
    va_start(h.ap, n);
    h.n = n;
    if (pull(&h.ap) != 1)
        abort();
    if (pullv(h.ap) != 2)
        abort();
    va_end(h.ap);
}
typedef struct {
    char c;
} C1;
typedef struct {
    short a, b, c;
} S3;
typedef struct {
    double d[3];
} D3;
typedef union {
    int i;
    double d;
} U;
int many(const char *f, ...) {
    va_list ap;
    va_start(ap, f);
    C1 c = va_arg(ap, C1);
    S3 s = va_arg(ap, S3);
    D3 d = va_arg(ap, D3);
    U u = va_arg(ap, U);
    int *p = va_arg(ap, int *);
    char *(*fp)(char *) = va_arg(ap, char *(*)(char *));
    unsigned long long ull = va_arg(ap, unsigned long long);
    va_end(ap);
    if (c.c != 'x' || s.c != 3 || d.d[2] != 3 || u.i != 7 || *p != 9 || ull != ~0ull)
        abort();
    return fp("q")[0];
}
char *idf(char *s) {
    return s;
}
void vv(int n, va_list ap) {
    va_list c;
    va_copy(c, ap);
    int s = 0;
    for (int i = 0; i < n; i++)
        s += va_arg(c, int);
    va_end(c);
    for (int i = 0; i < n; i++)
        s -= va_arg(ap, int);
    if (s)
        abort();
}
void vc(int n, ...) {
    va_list ap;
    va_start(ap, n);
    vv(n, ap);
    va_end(ap);
    va_start(ap, n);
    if (va_arg(ap, int) != 5)
        abort();
    va_end(ap);
}
int main(void) {
    f(1, 10, 11.0);
    g(2, 1, 2);
    int nine = 9;
    U u;
    u.i = 7;
    if (many("", (C1){'x'}, (S3){1, 2, 3}, (D3){{1, 2, 3}}, u, &nine, idf, ~0ull) != 'q')
        abort();
    vc(3, 5, 6, 7);
    return 0;
}
// exit: 0
