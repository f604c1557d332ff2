// What the Cora half of a pair prints with.
#ifndef SAY_H
#define SAY_H
#include <stdarg.h>
#include <stdio.h>

// One event: the loop's time, and what happened.
__attribute__((format(printf, 1, 2))) static void say(const char *format, ...) {
    va_list args;
    va_start(args, format);
    printf("%g ", loop_time());
    vprintf(format, args);
    printf("\n");
    va_end(args);
}
#endif
