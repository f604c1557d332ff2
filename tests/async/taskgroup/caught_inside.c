// What the block's body catches of the group's cancellation changes nothing: the next wait throws again.
#include <stdio.h>

async void bad(void) {
    await sleep(1);
    throw error("Bad", "x");
}

async int main(void) {
    try {
        taskgroup {
            spawn bad();
            for (int i = 0; i < 2; i++) {
                try {
                    await sleep(5);
                } catch (error e) {
                    printf("%s at %.0f\n", e.name, loop_time());
                }
            }
            task(void) late = spawn bad();
            printf("late %d\n", done(late));
        }
        printf("not reached\n");
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time());
    }
    return 0;
}
// expect: CancelledError at 1
// expect: CancelledError at 1
// expect: late 0
// expect: Bad at 1
