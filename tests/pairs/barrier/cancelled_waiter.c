// A waiter that is cancelled leaves; the others wait on.
#include "../say.h"

async void work(const char *name, barrier b) {
    try {
        await wait(b);
        say("%s passes", name);
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    barrier b = new_barrier(3);
    task(void) t[4] = {spawn work("A", b), spawn work("B", b)};
    await sleep(1);
    say("%ld wait", n_waiting(b));
    cancel(t[0]);
    await sleep(1);
    say("%ld wait", n_waiting(b));
    t[2] = spawn work("C", b);
    t[3] = spawn work("D", b);
    await wait_all(t, 4);
}
