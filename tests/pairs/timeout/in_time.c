// A deadline that is kept.
#include "../say.h"

async int main(void) {
    deadline (2) {
        await sleep(1);
        say("in time");
    }
    await sleep(5);
    say("end");
}
