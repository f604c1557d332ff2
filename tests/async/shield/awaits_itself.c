// Inside a shield, too, a task that awaits itself is told so. The error was taken for a cancellation that waits for the
// shield's end, and the task went on with what had not happened.
#include <stdio.h>

task(int) me;

async int work(void) {
    shield {
        return await me;
    }
}

async int main(void) {
    me = spawn work();
    try {
        await me;
    } catch (error e) {
        printf("%s\n", e.name); // expect: RuntimeError
    }
    return 0;
}
