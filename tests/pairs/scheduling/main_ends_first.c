// What still waits when main ends is cancelled, and its clean-up runs.
#include "../say.h"

async void stays(void) {
    defer say("cleaned up");
    await sleep(10);
    say("never");
}

async int main(void) {
    task(void) t = spawn stays();
    await sleep(1);
    cancel(t);
    await sleep(0);
    say("main ends, %d", cancelled(t));
}
