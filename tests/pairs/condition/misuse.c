// Waiting and notifying need the lock.
#include "../say.h"

async int main(void) {
    condition c = new_condition();
    try {
        await wait(c);
    } catch (error e) {
        say("wait: %s", e.name);
    }
    try {
        notify(c);
    } catch (error e) {
        say("notify: %s", e.name);
    }
}
