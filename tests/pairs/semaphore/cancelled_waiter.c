// A waiter that is cancelled does not cost a place.
#include "../say.h"

async void work(const char *name, semaphore s) {
    try {
        await acquire(s);
        defer release(s);
        say("%s in", name);
        await sleep(2);
    } catch (error e) {
        say("%s gives up", name);
    }
}

async int main(void) {
    semaphore s = new_semaphore(1);
    task(void) t[] = {spawn work("A", s), spawn work("B", s), spawn work("C", s)};
    await sleep(1);
    cancel(t[1]);
    await wait_all(t, 3);
    say("locked %d", locked(s));
}
