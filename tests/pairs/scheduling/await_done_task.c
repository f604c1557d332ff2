// Awaiting what is done does not wait.
#include "../say.h"

async int value_of(void) {
    return 7;
}

async void other(void) {
    say("other");
}

async int main(void) {
    task(int) t = spawn value_of();
    await sleep(0);
    task(void) o = spawn other();
    say("value %d", await t);
    say("value %d again", await t);
    await o;
}
