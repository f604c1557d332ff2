// Releasing what nobody has.
#include "../say.h"

async int main(void) {
    lock m = new_lock();
    try {
        release(m);
    } catch (error e) {
        say("%s", e.name);
    }
    say("locked %d", locked(m));
}
