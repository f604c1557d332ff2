// The message speaks of a va_list, not of what the library makes of one.
#include <stdarg.h>
static int first(int count, ...) {
    va_list ap; // note: `ap` is declared here
    return va_arg(ap, int); // trap: read of `va_list ap`, which has no value yet
}

int main(void) {
    return first(1, 2);
}
