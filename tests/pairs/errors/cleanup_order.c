// Clean-up runs from the inside out, also when it waits.
#include "../say.h"

async void work(void) {
    defer say("outer");
    defer {
        say("inner");
        await sleep(1);
        say("inner done");
    }
    await sleep(1);
    throw error("ValueError", "work");
}

async int main(void) {
    try {
        await work();
    } catch (error e) {
        say("%s", e.name);
    }
}
