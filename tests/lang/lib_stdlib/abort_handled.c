// abort raises SIGABRT (C17 7.22.4.1): its handler is called, and may leave by longjmp.
#include <assert.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
static jmp_buf back;
static void leave(int number) {
    printf("%d\n", number == SIGABRT);
    longjmp(back, 1);
}
static void finish(int number) {
    (void)number;
    puts("handled");
    exit(0);
}
int main(void) {
    signal(SIGABRT, leave);
    if (!setjmp(back))
        abort();
    puts("on");
    // expect: 1
    // expect: on
    signal(SIGABRT, finish);
    assert(back == NULL); // expect: handled
}
