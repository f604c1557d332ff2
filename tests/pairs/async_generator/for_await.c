// It may wait between its values.
#include "../say.h"

async generator(int) ticks(int n) {
    for (int i = 0; i < n; i++) {
        await sleep(1);
        yield i;
    }
}

async int main(void) {
    for await (int i : ticks(3))
        say("tick %d", i);
    say("end");
}
