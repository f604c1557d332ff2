// A task that catches it and returns has a result.
#include "../say.h"

async int work(void) {
    try {
        await sleep(10);
    } catch (error e) {
        say("caught");
    }
    return 5;
}

async int main(void) {
    task(int) t = spawn work();
    await sleep(1);
    cancel(t);
    say("result %d", await t);
    say("cancelled %d", cancelled(t));
}
