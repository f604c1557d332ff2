// No time at all for a task that waits: it is cancelled.
#include "../say.h"

async void job(void) {
    defer say("job leaves");
    await sleep(5);
}

async int main(void) {
    task(void) t = spawn job();
    await sleep(0);
    try {
        await wait_for(t, 0);
    } catch (error e) {
        say("%s", e.name);
    }
    say("cancelled %d", cancelled(t));
}
