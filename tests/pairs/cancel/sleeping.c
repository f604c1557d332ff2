// Cancelling a sleeper: it is told in its next turn, at the same moment.
#include "../say.h"

async void sleeper(void) {
    defer say("leaves");
    await sleep(100);
}

async int main(void) {
    task(void) t = spawn sleeper();
    await sleep(1);
    cancel(t);
    say("asked");
    try {
        await t;
    } catch (error e) {
        say("main sees it");
    }
    say("again %d", cancel(t));
}
