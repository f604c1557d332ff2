// A task that failed long ago is awaited.
#include "../say.h"

async void bad(void) {
    throw error("ValueError", "long ago");
}

async int main(void) {
    task(void) t = spawn bad();
    await sleep(5);
    say("done %d", done(t));
    try {
        await t;
    } catch (error e) {
        say("%s", e.message);
    }
}
