// Who asked first has it first.
#include "../say.h"

async void work(const char *name, lock m) {
    {
        await acquire(m);
        defer release(m);
        say("%s has it", name);
        await sleep(1);
    }
    say("%s gave it back", name);
}

async int main(void) {
    lock m = new_lock();
    await gather(work("A", m), work("B", m), work("C", m));
}
