// The end of an async generator, by hand.
// differs: one name for the end of both kinds of generators.
#include "../say.h"

async generator(int) one(void) {
    yield 1;
}

async int main(void) {
    async generator(int) g = one();
    say("%d", await next(g));
    try {
        await next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}

// expect: 0 1
// expect: 0 StopIteration
