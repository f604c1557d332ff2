// How many turns a nested gather takes to end.
#include "../say.h"

async void quick(void) {
    say("quick");
}

async void turns(int n) {
    for (int i = 0; i < n; i++) {
        say("turn %d", i);
        await sleep(0);
    }
}

async int main(void) {
    task(void) t = spawn turns(6);
    await gather(gather(quick()), quick());
    say("gathered");
    await t;
}
