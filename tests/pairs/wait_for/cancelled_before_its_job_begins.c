// Who waits is cancelled before its job has begun: the job begins, and is told a turn later.
#include "../say.h"

async void job(void) {
    say("begins");
    defer say("job leaves");
    await sleep(5);
}

async void outer(void) {
    defer say("outer leaves");
    await wait_for(job(), 3);
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(0);
    cancel(t);
    for (int turn = 0; turn < 4; turn++) {
        say("turn %d", turn);
        await sleep(0);
    }
    say("cancelled %d", cancelled(t));
}
