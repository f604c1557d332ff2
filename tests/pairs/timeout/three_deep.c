// Three deep: the middle one passes.
#include "../say.h"

async int main(void) {
    deadline (9) {
        deadline (1) {
            defer say("innermost left");
            deadline (5) {
                await sleep(20);
            }
        } else {
            say("middle");
        }
        await sleep(20);
    } else {
        say("outermost");
    }
}
