// A deadline that passes: what waits is ended, then TimeoutError behind the block.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            defer say("leaves");
            await sleep(2);
        }
    } catch (error e) {
        say("%s", e.name);
    }
    await sleep(1);
    say("end");
}
