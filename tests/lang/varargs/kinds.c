// Variable arguments of every kind, handed on as well.
#include <stdio.h>
#include <stdarg.h>
int sum(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int s = 0;
    while (n--)
        s += va_arg(ap, int);
    va_end(ap);
    return s;
}
double dsum(const char *f, ...) {
    va_list ap, aq;
    va_start(ap, f);
    va_copy(aq, ap);
    double s = 0;
    for (; *f; f++)
        switch (*f) {
        case 'i':
            s += va_arg(ap, int);
            break;
        case 'd':
            s += va_arg(ap, double);
            break;
        case 'l':
            s += va_arg(ap, long);
            break;
        case 'p':
            s += *va_arg(ap, int *);
            break;
        case 's': {
            struct S {
                int a, b;
                double c;
            } x;
            x.a = 0;
            break;
        }
        }
    int first = va_arg(aq, int);
    va_end(aq);
    va_end(ap);
    return s + first * 100;
}
struct P {
    int x;
    char c[20];
};
int sp(int n, ...) {
    va_list ap;
    va_start(ap, n);
    struct P p = va_arg(ap, struct P);
    int k = va_arg(ap, int);
    va_end(ap);
    return p.x + p.c[3] + k;
}
void vp(const char *f, va_list ap) {
    vprintf(f, ap);
}
void my(const char *f, ...) {
    va_list ap;
    va_start(ap, f);
    vp(f, ap);
    va_end(ap);
}
int nest(int n, va_list *ap) {
    return n ? va_arg(*ap, int) + nest(n - 1, ap) : 0;
}
int nn(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int r = nest(n, &ap);
    va_end(ap);
    return r;
}
int main(void) {
    int x = 7;
    printf("%d\n", sum(4, 1, 2, 3, 4));
    printf("%f\n", dsum("idlp", 1, 2.5, 3L, &x));
    struct P p = {5, "abcd"};
    printf("%d\n", sp(1, p, 2));
    my("%d %s %c %f %ld\n", 1, "two", '3', 4.0, 5L);
    printf("%d\n", nn(3, 10, 20, 30));
    char c = 'a';
    short s = 2;
    float f = 1.5f;
    printf("%c %hd %f %hhd\n", c, s, f, c);
    printf("%5d|%-5d|%05d|%+d|%x|%#x|%o|%e|%g|%10.3f|%s|%.2s|%%|%p\n", 42, 42, 42, 42, 255, 255, 8,
           1234.5, 0.0001, 3.14159, "str", "str", (void *)0);
    printf("%*d %-*d| %.*f\n", 5, 1, 4, 2, 2, 3.14159);
    return 0;
}
// expect: 10
// expect: 113.500000
// expect: 107
// expect: 1 two 3 4.000000 5
// expect: 60
// expect: a 2 1.500000 97
// expect:    42|42   |00042|+42|ff|0xff|10|1.234500e+03|0.0001|     3.142|str|st|%|(nil)
// expect:     1 2   | 3.14
