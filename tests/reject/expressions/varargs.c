#include <stdarg.h>
int f(int n) {
    va_list ap;
    va_start(ap, n); // error: `va_start` needs a function whose parameters end in `...`
    va_end(ap);
    return va_arg(n, int); // error: `va_arg` takes from a `va_list`
}
int g(int n, ...) {
    va_list ap;
    va_start(ap, n);
    char c = (char)va_arg(ap, char); // warning: `char` is passed as `int` here
    va_end(ap);
    return c;
}
