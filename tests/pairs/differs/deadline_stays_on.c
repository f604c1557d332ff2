// The inner deadline passes; its clean-up takes so long that the outer one passes too.
// differs: once a deadline has passed, every further wait inside its block throws, so the clean-up cannot
// outlast it unknown; `shield { }` says that it may. Python tells it once.
#include "../say.h"

async int main(void) {
    deadline (2) {
        deadline (1) {
            try {
                await sleep(9);
            } catch (error e) {
                defer say("cut short");
                await sleep(3);
                say("tidy");
            }
        } else {
            say("inner");
        }
    } else {
        say("outer");
    }
}

// expect: 1 cut short
// expect: 1 inner
