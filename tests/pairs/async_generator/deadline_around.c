// A deadline around a loop over one.
#include "../say.h"

async generator(int) ticks(void) {
    for (int i = 0;; i++) {
        await sleep(1);
        yield i;
    }
}

async int main(void) {
    deadline (2.5) {
        for await (int i : ticks())
            say("%d", i);
    } else {
        say("TimeoutError");
    }
}
