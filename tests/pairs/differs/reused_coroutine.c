// A coroutine object that is awaited a second time.
// differs: the error has a name of its own, and its message says where the coroutine was first used.
#include "../say.h"

async void job(void) {
    say("runs");
}

async int main(void) {
    coroutine(void) c = job();
    await c;
    try {
        await c;
    } catch (error e) {
        say("%s", e.name);
    }
}

// expect: 0 runs
// expect: 0 CoroutineReused
