// break out of a loop over an async generator that the loop made.
// differs: a generator that the loop made is closed where the loop is left, so that its defers run at a
// moment one can name. Python leaves it to the collector, which for an async generator means a task of
// its own, later.
#include "../say.h"

async generator(int) ticks(void) {
    defer say("closed");
    for (int i = 0; i < 9; i++)
        yield i;
}

async int main(void) {
    for await (int i : ticks()) {
        say("%d", i);
        break;
    }
    say("behind the loop");
    await sleep(1);
    say("end");
}

// expect: 0 0
// expect: 0 closed
// expect: 0 behind the loop
// expect: 1 end
