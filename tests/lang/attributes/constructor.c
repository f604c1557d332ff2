// What runs around main: by priority, then as defined; destructors behind atexit's.
#include <stdio.h>
#include <stdlib.h>
__attribute__((constructor(102))) static void second(void) { puts("second"); }
__attribute__((constructor(101))) static void first(void) { puts("first"); }
static void __attribute__((__constructor__)) third(void) { puts("third"); }
static void fourth(void) __attribute__((constructor));
static void fourth(void) { puts("fourth"); }
__attribute__((destructor(101))) static void last(void) { puts("last"); }
__attribute__((destructor)) static void before_last(void) { puts("before last"); }
static void at_exit(void) { puts("atexit"); }
int main(void) {
    puts("main");
    atexit(at_exit);
    return 3;
}
// expect: first
// expect: second
// expect: third
// expect: fourth
// expect: main
// expect: atexit
// expect: before last
// expect: last
// exit: 3
