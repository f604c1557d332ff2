// wait_for inside a deadline.
#include "../say.h"

async int main(void) {
    deadline (2) {
        try {
            await wait_for(sleep(10), 1);
        } catch (error e) {
            say("wait_for");
        }
        await wait_for(sleep(10), 5);
    } else {
        say("deadline");
    }
}
