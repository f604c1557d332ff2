// Two at a time, in order.
#include "../say.h"

async void work(const char *name, semaphore s) {
    await acquire(s);
    defer release(s);
    say("%s in", name);
    await sleep(1);
    say("%s out", name);
}

async int main(void) {
    semaphore s = new_semaphore(2);
    await gather(work("A", s), work("B", s), work("C", s), work("D", s), work("E", s));
}
