// An error in the clean-up takes the place of the first.
#include "../say.h"

async void work(void) {
    defer throw error("KeyError", "second");
    throw error("ValueError", "first");
}

async int main(void) {
    try {
        await work();
    } catch (error e) {
        say("%s", e.name);
    }
}
