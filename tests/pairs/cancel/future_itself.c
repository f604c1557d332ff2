// Cancelling a future tells all that wait for it.
#include "../say.h"

async void waits(const char *name, future(int) f) {
    try {
        await f;
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) a = spawn waits("A", f);
    task(void) b = spawn waits("B", f);
    await sleep(0);
    say("cancel %d", cancel(f));
    say("cancel again %d", cancel(f));
    await a;
    await b;
    say("A cancelled %d", cancelled(a));
}
