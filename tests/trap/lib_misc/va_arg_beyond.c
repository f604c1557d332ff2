#include <stdarg.h>
static int second(int n, ...) {
    va_list ap;
    va_start(ap, n);
    va_arg(ap, int);
    int value = va_arg(ap, int); // trap: argument
    va_end(ap);
    return value;
}
int main(void) { return second(1, 2); }
