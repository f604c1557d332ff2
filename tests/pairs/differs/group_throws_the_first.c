// What leaves a group of which two have failed.
// differs: the first error in time goes on as it is; the others are notes on it. Python wraps all of them
// in an ExceptionGroup, which needs `except*`.
#include "../say.h"

async void bad(const char *name) {
    await sleep(1);
    throw error("ValueError", "%s", name);
}

async int main(void) {
    try {
        taskgroup {
            spawn bad("A");
            spawn bad("B");
        }
    } catch (error e) {
        say("%s: %s", e.name, e.message);
    }
}

// expect: 1 ValueError: A
