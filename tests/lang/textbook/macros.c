// The preprocessor.
#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define STR(x) #x
#define XSTR(x) STR(x)
#define PASTE(a, b) a##b
#define VERSION 3
#define LOG(fmt, ...) printf("[%s] " fmt "\n", __func__, __VA_ARGS__)
#define COLORS(X) X(RED) X(GREEN) X(BLUE)
#define AS_ENUM(c) c,
#define AS_NAME(c) #c,

enum color { COLORS(AS_ENUM) COUNT };
static const char *const names[] = {COLORS(AS_NAME)};

#if VERSION >= 2 && defined(MAX)
#define MODE "new"
#else
#define MODE "old"
#endif

int main(void) {
    int PASTE(var, 1) = 4;
    printf("%d %s %s\n", MAX(var1, 2 + 1), XSTR(VERSION), STR(VERSION));
    LOG("%d and %s", 42, MODE);
    for (int c = RED; c < COUNT; c++)
        printf("%d %s\n", c, names[c]);
    printf("%d\n", __LINE__);
#undef VERSION
#ifndef VERSION
    puts("gone");
#endif
    return 0;
}

// expect: 4 3 VERSION
// expect: [main] 42 and new
// expect: 0 RED
// expect: 1 GREEN
// expect: 2 BLUE
// expect: 28
// expect: gone
