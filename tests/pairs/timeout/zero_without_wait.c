// No time at all, but nothing waits: nothing happens.
#include "../say.h"

async int main(void) {
    try {
        deadline (0) {
            say("inside");
        }
    } catch (error e) {
        say("%s", e.name);
    }
    await sleep(1);
    say("end");
}
