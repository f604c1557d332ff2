// After its first error a gather is done: cancelling it tells nobody.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async void good(void) {
    try {
        await sleep(3);
        say("good ends");
    } catch (error e) {
        say("good told");
    }
}

async int main(void) {
    auto g = gather(bad(), good());
    try {
        await g;
    } catch (error e) {
        say("%s, cancel %d", e.name, cancel(g));
    }
    await sleep(5);
}
