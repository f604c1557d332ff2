// From the last task's end to who waits for all.
#include "../say.h"

async void nap(void) {
    await sleep(1);
    say("ends");
}

async void turns(void) {
    await sleep(1);
    for (int i = 0; i < 4; i++) {
        say("turn %d", i);
        await sleep(0);
    }
}

async int main(void) {
    task(void) t[] = {spawn nap(), spawn nap()};
    task(void) o = spawn turns();
    await wait_all(t, 2);
    say("waited");
    await o;
}
