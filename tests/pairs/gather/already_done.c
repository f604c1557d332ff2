// Parts that are done already: it still takes a turn.
#include "../say.h"

async int value_of(int n) {
    return n;
}

async void other(void) {
    say("other");
}

async int main(void) {
    task(int) t[] = {spawn value_of(0), spawn value_of(1)};
    await sleep(0);
    task(void) o = spawn other();
    say("gathering");
    int *r = await gather(t, 2);
    say("%d %d", r[0], r[1]);
    await o;
}
