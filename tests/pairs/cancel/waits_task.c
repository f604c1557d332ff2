// Cancelling who waits for a task cancels that task first.
#include "../say.h"

async void inner(void) {
    defer say("inner leaves");
    await sleep(10);
}

async void outer(task(void) t) {
    defer say("outer leaves");
    await t;
}

async int main(void) {
    task(void) i = spawn inner();
    task(void) o = spawn outer(i);
    await sleep(1);
    cancel(o);
    for (int turn = 0; turn < 3; turn++) {
        say("turn %d: inner %d, outer %d", turn, done(i), done(o));
        await sleep(0);
    }
    say("inner %d, outer %d", cancelled(i), cancelled(o));
}
