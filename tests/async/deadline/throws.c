// Without else it throws TimeoutError; with code 110, ETIMEDOUT.
#include <stdio.h>

async int main(void) {
    try {
        deadline (0.5) {
            await sleep(9);
        }
        printf("not reached\n");
    } catch (error e) {
        printf("%s: %s, %d at %.1f\n", e.name, e.message, e.code, loop_time());
    }
    deadline (1) {
        await sleep(2); // trap: not done within 1 s
    }
}
// expect: TimeoutError: not done within 0.5 s, 110 at 0.5
