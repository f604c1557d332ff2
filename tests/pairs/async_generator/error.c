// An error that leaves it comes out of the loop.
#include "../say.h"

async generator(int) bad(void) {
    yield 1;
    await sleep(1);
    throw error("ValueError", "bad");
}

async int main(void) {
    try {
        for await (int x : bad())
            say("%d", x);
    } catch (error e) {
        say("%s", e.message);
    }
}
