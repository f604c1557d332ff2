// No time at all: the first wait throws.
#include "../say.h"

async int main(void) {
    try {
        deadline (0) {
            say("inside");
            await sleep(0);
            say("never");
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
