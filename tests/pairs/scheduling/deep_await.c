// A value comes up through many awaits within one turn.
#include "../say.h"

async int deep(int n) {
    if (n == 0) {
        await sleep(1);
        return 0;
    }
    return 1 + await deep(n - 1);
}

async void ticks(void) {
    for (int i = 0; i < 3; i++) {
        await sleep(0.5);
        say("tick %d", i);
    }
}

async int main(void) {
    task(void) t = spawn ticks();
    say("depth %d", await deep(50));
    await t;
}
