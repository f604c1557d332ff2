// anext, asend, athrow, aclose.
#include "../say.h"

async generator(int, int) adder(void) {
    int total = 0;
    defer say("closed");
    for (;;) {
        await sleep(1);
        try {
            total += yield total;
        } catch (error e) {
            say("caught");
            total = 0;
        }
    }
}

async int main(void) {
    async generator(int, int) g = adder();
    say("%d", await next(g));
    say("%d", await send(g, 5));
    say("%d", await send(g, 6));
    say("%d", await throw_into(g, error("ValueError", "again")));
    await close_generator(g);
    say("end");
}
