// Three philosophers, a lock a fork, each in the same order.
#include "../say.h"

async void dine(const char *name, lock first, lock second) {
    for (int i = 0; i < 2; i++) {
        {
            await acquire(first);
            defer release(first);
            await acquire(second);
            defer release(second);
            say("%s eats", name);
            await sleep(1);
        }
        say("%s thinks", name);
        await sleep(0.5);
    }
}

async int main(void) {
    lock a = new_lock(), b = new_lock(), c = new_lock();
    await gather(dine("X", a, b), dine("Y", b, c), dine("Z", a, c));
}
