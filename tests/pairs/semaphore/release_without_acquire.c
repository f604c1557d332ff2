// A plain semaphore may be released more often than acquired.
#include "../say.h"

async void work(const char *name, semaphore s) {
    await acquire(s);
    say("%s in", name);
}

async int main(void) {
    semaphore s = new_semaphore(0);
    task(void) t[] = {spawn work("A", s), spawn work("B", s), spawn work("C", s)};
    await sleep(1);
    release(s);
    release(s);
    await sleep(1);
    release(s);
    await wait_all(t, 3);
    say("locked %d", locked(s));
}
