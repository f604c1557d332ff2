// An error inside is that error.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            throw error("ValueError", "inside");
        }
    } catch (error e) {
        say("%s", e.message);
    }
    await sleep(2);
    say("end");
}
