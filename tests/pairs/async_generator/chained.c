// One that takes from another.
#include "../say.h"

async generator(int) source(void) {
    for (int i = 0; i < 3; i++) {
        await sleep(1);
        say("source %d", i);
        yield i;
    }
}

async generator(int) doubled(void) {
    for await (int i : source())
        yield 2 * i;
}

async int main(void) {
    for await (int x : doubled())
        say("%d", x);
}
