// exit runs atexit's functions; its status is cut to 8 bits.
#include <stdio.h>
#include <stdlib.h>
void a(void) {
    puts("a");
}
void b(void) {
    puts("b");
}
int main(void) {
    atexit(a);
    atexit(b);
    printf("main\n");
    exit(259);
}
// expect: main
// expect: b
// expect: a
// exit: 3
