// Also through a pointer, whose type does not say it, and when the call has been made part of the caller.
#include <stdio.h>
[[noreturn]] static void stop(int code) {
    if (code == 0)
        return; // trap: NoReturn // warning: `stop` is declared `noreturn`, but it can return
    for (;;)
        printf("for ever\n");
}

int main(void) {
    void (*p)(int) = stop;
    p(0);
    return 0;
}
