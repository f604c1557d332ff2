// An error in the block itself cancels the tasks, waits for them, and goes on.
#include <stdio.h>

async void work(void) {
    defer {
        shield {
            await sleep(1);
        }
        printf("tidy at %.0f\n", loop_time());
    }
    await sleep(9);
}

async int main(void) {
    try {
        taskgroup {
            spawn work();
            await sleep(1);
            throw error("Body", "no more");
        }
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time());
    }
    return 0;
}
// expect: tidy at 2
// expect: Body at 2
