// A CancelledError that a task raises itself makes it a cancelled one.
#include "../say.h"

async void work(void) {
    await sleep(1);
    throw error("CancelledError", "");
}

async int main(void) {
    task(void) t = spawn work();
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
