// A task whose timer is older than the deadline: it ends, but the wait is told all the same.
#include "../say.h"

async void job(void) {
    await sleep(1);
    say("job ends");
}

async int main(void) {
    task(void) t = spawn job();
    await sleep(0);
    try {
        deadline (1) {
            await t;
            say("awaited");
        }
    } catch (error e) {
        say("%s, cancelled %d", e.name, cancelled(t));
    }
}
