// All parts swallow it: the gather is cancelled all the same.
#include "../say.h"

async int stubborn(const char *name) {
    try {
        await sleep(10);
    } catch (error e) {
        say("%s swallows", name);
    }
    return 1;
}

async int main(void) {
    auto g = gather(stubborn("A"), stubborn("B"));
    await sleep(1);
    cancel(g);
    try {
        await g;
        say("a result");
    } catch (error e) {
        say("%s", e.name);
    }
}
