// The gather is cancelled, but a part swallows it: the other's cancellation ends the gather.
#include "../say.h"

async int stubborn(void) {
    try {
        await sleep(10);
    } catch (error e) {
        say("swallows");
    }
    return 1;
}

async int meek(void) {
    await sleep(10);
    return 2;
}

async void whole(void) {
    await gather(stubborn(), meek());
}

async int main(void) {
    task(void) t = spawn whole();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
