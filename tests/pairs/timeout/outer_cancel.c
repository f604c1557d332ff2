// A cancellation from outside is no timeout.
#include "../say.h"

async void work(void) {
    try {
        deadline (5) {
            await sleep(10);
        }
    } catch (error e) {
        say("%s", e.name);
        throw;
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
