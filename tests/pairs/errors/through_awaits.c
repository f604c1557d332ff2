// An error comes up through awaits; clean-up runs on its way.
#include "../say.h"

async void deep(void) {
    await sleep(1);
    throw error("ValueError", "deep");
}

async void middle(void) {
    defer say("middle leaves");
    await deep();
}

async int main(void) {
    try {
        await middle();
    } catch (error e) {
        say("%s", e.message);
    }
}
