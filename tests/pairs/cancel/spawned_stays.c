// Cancelling a task leaves those alone that it made but does not await.
#include "../say.h"

async void child(void) {
    await sleep(2);
    say("child ends");
}

task(void) children[1];

async void parent(void) {
    children[0] = spawn child();
    await sleep(10);
}

async int main(void) {
    task(void) t = spawn parent();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("parent cancelled %d", cancelled(t));
    await children[0];
}
