// Cancelling who waits for a gather cancels every part.
#include "../say.h"

async void part(const char *name, double seconds) {
    try {
        await sleep(seconds);
        say("%s done", name);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

async void whole(void) {
    defer say("whole leaves");
    await gather(part("A", 1), part("B", 5), part("C", 5));
}

async int main(void) {
    task(void) t = spawn whole();
    await sleep(2);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
