// One part of a cancelled gather is shielded.
#include "../say.h"

async void job(const char *name) {
    try {
        await sleep(2);
        say("%s ends", name);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

async int main(void) {
    task(void) kept = spawn job("kept");
    auto g = gather(shield(kept), job("lost"));
    await sleep(1);
    cancel(g);
    try {
        await g;
    } catch (error e) {
        say("%s", e.name);
    }
    await kept;
}
