// A task belongs to the innermost group; the outer one is told by the error that leaves the inner.
#include <stdio.h>

async void work(const char *name, double seconds, bool fails) {
    defer printf("%s leaves at %.0f\n", name, loop_time());
    await sleep(seconds);
    if (fails)
        throw error("WorkError", "%s", name);
}

async int main(void) {
    try {
        taskgroup {
            spawn work("outer", 7, false);
            taskgroup {
                spawn work("inner", 1, false);
            }
            printf("inner group at %.0f\n", loop_time());
            taskgroup {
                spawn work("bad", 1, true);
                spawn work("sibling", 8, false);
            }
            printf("not reached\n");
        }
    } catch (error e) {
        printf("%s at %.0f\n", e.message, loop_time());
    }
    return 0;
}
// expect: inner leaves at 1
// expect: inner group at 1
// expect: bad leaves at 2
// expect: sibling leaves at 2
// expect: outer leaves at 2
// expect: bad at 2
