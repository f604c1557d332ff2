// Asking one that was cancelled.
#include "../say.h"

async int main(void) {
    future(int) f = new_future(int);
    cancel(f);
    try {
        result(f);
    } catch (error e) {
        say("%s", e.name);
    }
    try {
        error_of(f);
    } catch (error e) {
        say("%s", e.name);
    }
    say("done %d, cancelled %d", done(f), cancelled(f));
}
