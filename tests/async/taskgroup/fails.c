// One task fails: the others and the block's own wait are cancelled, then the error goes on.
#include <stdio.h>

async void work(const char *name, double seconds, bool fails) {
    defer printf("%s leaves at %.0f\n", name, loop_time());
    await sleep(seconds);
    if (fails)
        throw error("WorkError", "%s", name);
    printf("%s done\n", name);
}

async int main(void) {
    try {
        taskgroup {
            defer printf("body leaves at %.0f\n", loop_time());
            spawn work("quick", 1, false);
            spawn work("bad", 2, true);
            spawn work("slow", 9, false);
            await sleep(5);
            printf("not reached\n");
        }
    } catch (error e) {
        printf("%s: %s at %.0f\n", e.name, e.message, loop_time());
    }
    await sleep(1);
    printf("goes on at %.0f\n", loop_time());
    return 0;
}
// expect: quick done
// expect: quick leaves at 1
// expect: bad leaves at 2
// expect: slow leaves at 2
// expect: body leaves at 2
// expect: WorkError: bad at 2
// expect: goes on at 3
