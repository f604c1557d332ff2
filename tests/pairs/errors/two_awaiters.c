// Two await a task that fails: both are told.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async void waits(const char *name, task(void) t) {
    try {
        await t;
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    task(void) t = spawn bad();
    await gather(waits("A", t), waits("B", t));
}
