// One of them is done: nor does this.
#include "../say.h"

async void nap(double seconds) {
    await sleep(seconds);
}

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t[] = {spawn nap(5), spawn nap(1)};
    await sleep(2);
    task(void) o = spawn other();
    say("first %zu", await wait_any(t, 2));
    await o;
    cancel(t[0]);
}
