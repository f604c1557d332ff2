// A program's own `error` means what it always meant.
#include <stdarg.h>
#include <stdio.h>

struct error {
    int code;
};

static void error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    printf("error: ");
    vprintf(format, args);
    va_end(args);
}

static int find(int x) {
    if (x < 0)
        goto error;
    return x;
error:
    return -1;
}

int main(void) {
    struct error e = {7};
    error("code %d\n", e.code);     // expect: error: code 7
    printf("%d %d\n", find(3), find(-3)); // expect: 3 -1
    int error = 5;
    printf("%d\n", error * 2); // expect: 10
    return 0;
}
