// A deadline ends a loop that only yields its turn, once its moment has come.
#include "../say.h"

async void ticker(void) {
    await sleep(1);
    say("ticker");
}

async int main(void) {
    task(void) t = spawn ticker();
    deadline (1) {
        await sleep(0.5);
        say("half");
        await sleep(0.5);
        say("whole");
        await sleep(0);
        say("never");
    } else {
        say("TimeoutError");
    }
    await t;
}
