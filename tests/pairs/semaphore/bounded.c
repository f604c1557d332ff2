// A bounded one may not.
#include "../say.h"

async int main(void) {
    bounded_semaphore s = new_bounded_semaphore(2);
    await acquire(s);
    release(s);
    try {
        release(s);
    } catch (error e) {
        say("%s", e.name);
    }
    say("locked %d", locked(s));
}
