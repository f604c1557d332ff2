// Nested: the outer one passes first; the inner block is left without a TimeoutError of its own.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            deadline (5) {
                await sleep(10);
            } else {
                say("inner");
            }
        }
    } catch (error e) {
        say("outer");
    }
}
