// Cancelled from outside: the task is told, and the group's task is cancelled.
#include "../say.h"

async void job(const char *name) {
    defer say("%s leaves", name);
    await sleep(5);
}

async void work(void) {
    defer say("group left");
    taskgroup {
        spawn job("A");
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
