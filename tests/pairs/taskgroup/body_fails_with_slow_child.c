// The body fails while the child needs time to leave: a second error is told, not raised.
#include "../say.h"

async void child(void) {
    defer {
        shield {
            await sleep(1);
        }
        say("child leaves");
    }
    await sleep(9);
}

async int main(void) {
    try {
        taskgroup {
            spawn child();
            await sleep(1);
            throw error("ValueError", "body");
        }
    } catch (error e) {
        say("%s", e.message);
    }
}
