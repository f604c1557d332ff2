// Aborted: whoever waits and whoever comes gets BrokenBarrierError.
#include "../say.h"

async void work(const char *name, barrier b) {
    try {
        await wait(b);
    } catch (error e) {
        say("%s: broken", name);
    }
}

async int main(void) {
    barrier b = new_barrier(3);
    task(void) t[] = {spawn work("A", b), spawn work("B", b)};
    await sleep(1);
    abort(b);
    await wait_all(t, 2);
    await work("C", b);
    say("broken %d", broken(b));
}
