#include <stdarg.h>
#include <stdio.h>

static int sum(int count, ...) {
    va_list ap, copy;
    va_start(ap, count);
    va_copy(copy, ap);
    int total = va_arg(ap, int);
    va_end(ap);
    va_start(ap, count); // once more is allowed
    total += va_arg(ap, int) + va_arg(copy, int);
    va_end(ap);
    printf("%d\n", total); // expect: 15
    va_end(copy);
    return total + va_arg(copy, int); // trap: VaArg: va_end has ended this va_list
}

int main(void) {
    return sum(2, 5, 7);
}
