// Two fail at the same moment: both are errors of the group, the first is the one that goes on.
#include "../say.h"

async void bad(const char *name) {
    await sleep(1);
    say("%s fails", name);
    throw error("ValueError", "%s", name);
}

async int main(void) {
    try {
        taskgroup {
            spawn bad("A");
            spawn bad("B");
        }
    } catch (error e) {
        say("%s", e.message);
    }
}
