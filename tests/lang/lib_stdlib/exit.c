// exit: 3
#include <stdio.h>
#include <stdlib.h>
static void first(void) { puts("registered first, called last"); } // expect: in main
static void second(void) { puts("registered second"); } // expect: registered second
int main(void) {
    atexit(first);
    atexit(second);
    puts("in main"); // expect: registered first, called last
    exit(3);
}
