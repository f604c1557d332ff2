// A task fails while the body waits: the body's wait throws.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async int main(void) {
    try {
        taskgroup {
            spawn bad();
            try {
                await sleep(5);
            } catch (error e) {
                say("body told");
                throw;
            }
        }
    } catch (error e) {
        say("%s", e.message);
    }
}
