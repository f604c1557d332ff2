// What is awaited inside is cancelled first.
#include "../say.h"

async void job(void) {
    defer say("job leaves");
    await sleep(5);
}

async int main(void) {
    task(void) t = spawn job();
    try {
        deadline (1) {
            await t;
        }
    } catch (error e) {
        say("%s, cancelled %d", e.name, cancelled(t));
    }
}
