// Nested: the inner one passes first; the outer block goes on.
#include "../say.h"

async int main(void) {
    deadline (5) {
        try {
            deadline (1) {
                await sleep(10);
            }
        } catch (error e) {
            say("inner");
        }
        await sleep(1);
        say("goes on");
    }
}
