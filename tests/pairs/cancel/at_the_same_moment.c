// The sleep's end and the cancellation at one moment: who was first in the queue decides.
#include "../say.h"

async void nap(const char *name, double seconds) {
    try {
        await sleep(seconds);
        say("%s slept well", name);
    } catch (error e) {
        say("%s was told", name);
    }
}

async int main(void) {
    task(void) early = spawn nap("early", 1);
    await sleep(0);
    say("both at 1");
    await sleep(1);
    say("told %d", cancel(early));
    await wait_all(&early, 1);
}
