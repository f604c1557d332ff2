// A negative time is none: one turn.
#include "../say.h"

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    say("before");
    await sleep(-5);
    say("after");
    await t;
}
