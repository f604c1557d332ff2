// Who takes from it is cancelled while it waits inside.
#include "../say.h"

async generator(int) ticks(void) {
    defer say("generator leaves");
    for (;;) {
        await sleep(1);
        yield 1;
    }
}

async void takes(void) {
    defer say("taker leaves");
    for await (int x : ticks())
        say("tick");
}

async int main(void) {
    task(void) t = spawn takes();
    await sleep(2.5);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
