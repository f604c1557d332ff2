#include <stdarg.h>
void f(int first, const char *last, ...) {
    va_list ap, other;
    va_start(ap, first); // warning: `va_start` names the last parameter before `...`: not `first`, but `last`
    va_start(other, last);
    va_end(ap);
    va_end(other);
}
void g(int only, ...) {
    va_list ap;
    va_start(ap);
    va_end(ap);
    va_start(ap, 0);
    va_end(ap);
}
