// Asked twice before it is told: it is told once.
#include "../say.h"

async void work(void) {
    try {
        await sleep(10);
    } catch (error e) {
        say("told");
    }
    say("ends");
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(0);
    say("%d %d", cancel(t), cancel(t));
    await t;
    say("cancelled %d", cancelled(t));
}
