// A coroutine object does nothing until it is awaited.
#include "../say.h"

async int job(void) {
    say("begins");
    return 2;
}

async int main(void) {
    coroutine(int) c = job();
    say("made");
    await sleep(1);
    say("%d", await c);
}
