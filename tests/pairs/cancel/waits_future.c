// Cancelling who waits for a future cancels the future.
#include "../say.h"

async void waits(future(int) f) {
    try {
        await f;
    } catch (error e) {
        say("told, future cancelled %d", cancelled(f));
        throw;
    }
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) t = spawn waits(f);
    await sleep(0);
    cancel(t);
    say("future cancelled %d", cancelled(f));
    await sleep(0);
    await sleep(0);
    say("cancelled %d", cancelled(t));
}
