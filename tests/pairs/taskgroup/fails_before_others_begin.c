// One fails before the others have begun: they never do.
#include "../say.h"

async void bad(void) {
    throw error("ValueError", "at once");
}

async void job(void) {
    say("never");
}

async int main(void) {
    try {
        taskgroup {
            spawn bad();
            await sleep(0);
            spawn job();
        }
    } catch (error e) {
        say("%s", e.message);
    }
}
