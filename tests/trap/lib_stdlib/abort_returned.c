// A SIGABRT handler that returns does not save the program (C17 7.22.4.1p2).
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
static void handler(int number) {
    puts(number == SIGABRT ? "SIGABRT" : "?"); // expect: SIGABRT
}
int main(void) {
    signal(SIGABRT, SIG_IGN);
    raise(SIGABRT);
    signal(SIGABRT, handler);
    abort(); // trap: abort() was called
}
