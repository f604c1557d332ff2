// One fails: the others are cancelled, then the error goes on.
#include "../say.h"

async void job(const char *name, double seconds, bool fails) {
    try {
        await sleep(seconds);
        if (fails)
            throw error("ValueError", "%s", name);
        say("%s ends", name);
    } catch (error e) {
        if (is_error(e, "CancelledError"))
            say("%s told", name);
        throw;
    }
}

async int main(void) {
    try {
        taskgroup {
            spawn job("A", 1, false);
            spawn job("B", 2, true);
            spawn job("C", 3, false);
        }
    } catch (error e) {
        say("%s %s", e.name, e.message);
    }
}
