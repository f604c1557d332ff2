// A task that answers with an error has failed.
#include "../say.h"

async void work(void) {
    try {
        await sleep(10);
    } catch (error e) {
        throw error("ValueError", "instead");
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    try {
        await t;
    } catch (error e) {
        say("%s %s", e.name, e.message);
    }
    say("cancelled %d", cancelled(t));
}
