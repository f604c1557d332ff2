// All are done: it does not even take a turn.
#include "../say.h"

async int value_of(void) {
    return 1;
}

async void other(void) {
    say("other");
}

async int main(void) {
    task(int) t[] = {spawn value_of()};
    await sleep(0);
    task(void) o = spawn other();
    await wait_all(t, 1);
    say("waited");
    await o;
}
