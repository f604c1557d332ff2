// Two errors in one turn: the first in time goes out.
#include "../say.h"

async void bad(const char *name) {
    await sleep(1);
    throw error("ValueError", "%s", name);
}

async int main(void) {
    try {
        await gather(bad("A"), bad("B"));
    } catch (error e) {
        say("%s", e.message);
    }
}
