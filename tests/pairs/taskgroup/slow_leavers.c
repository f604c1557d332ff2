// Cancelled tasks that need time to leave: the group waits for them.
#include "../say.h"

async void slow(void) {
    defer shield {
        await sleep(3);
        say("slow is tidy");
    }
    await sleep(9);
}

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async int main(void) {
    try {
        taskgroup {
            spawn slow();
            spawn bad();
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
