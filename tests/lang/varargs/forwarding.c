#include <stdarg.h>
#include <stdio.h>

static int total(int n, va_list ap) {
    int s = 0;
    while (n--)
        s += va_arg(ap, int);
    return s;
}
static int twice(int n, ...) {
    va_list ap, copy;
    va_start(ap, n);
    va_copy(copy, ap);
    int s = total(n, ap);
    s += total(n, copy);
    va_end(copy);
    va_end(ap);
    return s;
}
static void say(const char *format, ...) {
    char buf[64];
    va_list ap;
    va_start(ap, format);
    vsnprintf(buf, sizeof buf, format, ap);
    va_end(ap);
    printf("[%s]\n", buf);
}

int main(void) {
    printf("%d\n", twice(3, 1, 2, 3));
    say("%d %s %.1f", 5, "five", 5.0);
    say("plain");
    return 0;
}
// expect: 12
// expect: [5 five 5.0]
// expect: [plain]
