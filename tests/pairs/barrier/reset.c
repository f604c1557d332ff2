// Reset: whoever waits gets the error; the next round works.
#include "../say.h"

async void work(const char *name, barrier b) {
    try {
        await wait(b);
        say("%s passes", name);
    } catch (error e) {
        say("%s: broken", name);
    }
}

async int main(void) {
    barrier b = new_barrier(2);
    task(void) a = spawn work("A", b);
    await sleep(1);
    reset(b);
    await a;
    await gather(work("B", b), work("C", b));
    say("broken %d", broken(b));
}
