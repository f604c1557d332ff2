// Who comes between a release and the next one's turn waits.
#include "../say.h"

async void work(const char *name, semaphore s) {
    await acquire(s);
    say("%s in", name);
    release(s);
}

async int main(void) {
    semaphore s = new_semaphore(1);
    await acquire(s);
    task(void) t = spawn work("A", s);
    await sleep(0);
    release(s);
    say("locked %d", locked(s));
    await work("main", s);
    await t;
}
