// Nested, of the same moment: the outer one's timer is the older.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            deadline (1) {
                await sleep(10);
            } else {
                say("inner");
            }
            say("between");
        }
    } catch (error e) {
        say("outer");
    }
}
