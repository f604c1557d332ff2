// The outer group fails while the body is in the inner one.
#include "../say.h"

async void job(const char *name) {
    defer say("%s leaves", name);
    await sleep(5);
}

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async int main(void) {
    try {
        taskgroup {
            spawn bad();
            spawn job("outer");
            taskgroup {
                spawn job("inner");
            }
            say("never");
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
