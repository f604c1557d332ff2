// A task of the group that is cancelled alone is no failure.
#include "../say.h"

async void job(const char *name, double seconds) {
    await sleep(seconds);
    say("%s ends", name);
}

async int main(void) {
    task(void) a;
    taskgroup {
        a = spawn job("A", 3);
        spawn job("B", 4);
        await sleep(1);
        cancel(a);
    }
    say("behind, A cancelled %d", cancelled(a));
}
