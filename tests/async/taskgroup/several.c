// Several errors: the first goes on, the others are told with it.
#include <stdio.h>

async void work(const char *name, double seconds) {
    defer {
        shield {
            await sleep(1);
        }
        if (seconds > 2)
            throw error("Late", "%s, while tidying up", name);
    }
    await sleep(seconds);
    throw error("WorkError", "%s", name);
}

async int main(void) {
    taskgroup {
        spawn work("one", 1);
        spawn work("two", 3);
    }
    return 0;
}
// exit: 70
// stderr: WorkError: one
// stderr: task "Task-3" of the taskgroup, made here, failed as well: Late: two, while tidying up
