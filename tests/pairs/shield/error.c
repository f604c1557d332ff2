// An error comes through a shield.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async int main(void) {
    try {
        await shield(bad());
    } catch (error e) {
        say("%s", e.message);
    }
}
