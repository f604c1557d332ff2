// What is awaited swallows the cancellation: then who awaits goes on.
#include "../say.h"

async int inner(void) {
    try {
        await sleep(10);
    } catch (error e) {
        say("inner swallows");
    }
    return 3;
}

async void outer(void) {
    task(int) t = spawn inner();
    say("outer got %d", await t);
    say("outer goes on");
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
