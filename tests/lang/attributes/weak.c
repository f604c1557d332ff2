// What is weak may be missing: its address is null.
#include <stdio.h>
extern int missing(void) __attribute__((weak));
extern int nowhere __attribute__((weak));
static int gone(int) __attribute__((weakref("no_such_function")));
static int here(int) __attribute__((weakref("there")));
int there(int x) { return x + 1; }
int __attribute__((weak)) defined(void) { return 4; }
int (*table[])(void) = {missing, defined};
int *where = &nowhere;
int main(void) {
    if (missing)
        missing();
    printf("%d %d %d\n", missing == 0, &nowhere == 0, gone == 0); // expect: 1 1 1
    printf("%d %d\n", defined(), here(1));                        // expect: 4 2
    printf("%d %d\n", table[0] == 0, where == 0);                 // expect: 1 1
}
