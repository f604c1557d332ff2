// break leaves one that has a name open; it is closed by hand.
#include "../say.h"

async generator(int) ticks(void) {
    defer say("closed");
    for (int i = 0; i < 9; i++) {
        await sleep(1);
        yield i;
    }
}

async int main(void) {
    async generator(int) g = ticks();
    for await (int i : g) {
        say("%d", i);
        if (i == 1)
            break;
    }
    say("left");
    for await (int i : g) {
        say("%d", i);
        if (i == 3)
            break;
    }
    await close_generator(g);
    say("end");
}
