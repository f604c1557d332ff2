// The inner group fails: the outer one's tasks are cancelled too, from the inside out.
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
            spawn job("outer");
            taskgroup {
                spawn job("inner");
                spawn bad();
            }
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
