// The body fails: the task is cancelled.
#include "../say.h"

async void job(const char *name) {
    defer say("%s leaves", name);
    await sleep(5);
}

async int main(void) {
    try {
        taskgroup {
            spawn job("A");
            await sleep(1);
            throw error("ValueError", "body");
        }
    } catch (error e) {
        say("%s", e.message);
    }
}
