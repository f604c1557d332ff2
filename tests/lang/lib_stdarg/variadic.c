#include <stdarg.h>
#include <stdio.h>
static int sum(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int s = 0;
    while (n-- > 0)
        s += va_arg(ap, int);
    va_end(ap);
    return s;
}
static int out(const char *format, ...) {
    va_list ap;
    va_start(ap, format);
    int n = vprintf(format, ap);
    va_end(ap);
    return n;
}
static double next_of(va_list ap) { return va_arg(ap, double); }
static void mixed(const char *kinds, ...) {
    va_list ap, copy;
    va_start(ap, kinds);
    va_copy(copy, ap);
    for (const char *k = kinds; *k; k++)
        switch (*k) {
        case 'i': printf("%d ", va_arg(ap, int)); break;
        case 's': printf("%s ", va_arg(ap, char *)); break;
        case 'd': printf("%g ", next_of(ap)); break;
        }
    printf("| %d\n", va_arg(copy, int));
    va_end(copy);
    va_end(ap);
}
int main(void) {
    printf("%d %d\n", sum(3, 1, 2, 3), sum(0));
    printf("%d\n", out("%s %d\n", "vprintf", 7));
    mixed("isdi", 1, "two", 3.5, 4);
    return 0;
}
// expect: 6 0
// expect: vprintf 7
// expect: 10
// expect: 1 two 3.5 4 | 1
