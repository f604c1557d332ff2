// Who waits at the brace is cancelled before the task has begun: that one begins, and is told a turn later.
#include "../say.h"

async void child(void) {
    say("begins");
    defer say("child leaves");
    await sleep(5);
}

async void outer(void) {
    taskgroup {
        spawn child();
    }
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(0);
    cancel(t);
    for (int turn = 0; turn < 5; turn++) {
        say("turn %d", turn);
        await sleep(0);
    }
    say("cancelled %d", cancelled(t));
}
