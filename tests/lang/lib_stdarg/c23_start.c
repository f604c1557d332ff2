// C23: va_start needs no second argument.
#include <stdarg.h>
#include <stdio.h>

static int second(int one, ...) {
    va_list ap;
    va_start(ap);
    int value = va_arg(ap, int);
    va_end(ap);
    va_start(ap, one);
    value += va_arg(ap, int);
    va_end(ap);
    return value;
}

int main(void) {
    printf("%d\n", second(6, 7)); // expect: 14
    return 0;
}
