// A deadline inside the block that has passed is the block's own failure: of two errors it came first. It used to be taken
// for the way out of the deadline itself, and the task's later error hid it.
#include <stdio.h>

async void tidies_badly(void) {
    defer {
        throw error("Late", "while it was cancelled");
    }
    await sleep(9);
}

async int main(void) {
    try {
        taskgroup {
            spawn tidies_badly();
            deadline (1) {
                await sleep(5);
            }
        }
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time()); // expect: TimeoutError at 1
    }
    return 0;
}
