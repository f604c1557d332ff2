// Asking too early.
#include "../say.h"

async int main(void) {
    future(int) f = new_future(int);
    say("done %d", done(f));
    try {
        result(f);
    } catch (error e) {
        say("result: %s", e.name);
    }
    try {
        error_of(f);
    } catch (error e) {
        say("exception: %s", e.name);
    }
}
