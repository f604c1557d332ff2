// A waiter that is cancelled; and one that is cancelled after the event was set.
#include "../say.h"

async void waits(const char *name, event e) {
    try {
        await wait(e);
        say("%s goes on", name);
    } catch (error x) {
        say("%s told", name);
    }
}

async int main(void) {
    event e = new_event();
    task(void) t[] = {spawn waits("A", e), spawn waits("B", e), spawn waits("C", e)};
    await sleep(1);
    cancel(t[0]);
    set(e);
    cancel(t[1]);
    await wait_all(t, 3);
}
