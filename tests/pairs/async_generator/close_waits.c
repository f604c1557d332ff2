// Closing one whose clean-up waits.
#include "../say.h"

async generator(int) ticks(void) {
    defer {
        await sleep(2);
        say("tidy");
    }
    for (;;)
        yield 1;
}

async int main(void) {
    async generator(int) g = ticks();
    say("%d", await next(g));
    await close_generator(g);
    say("closed");
}
