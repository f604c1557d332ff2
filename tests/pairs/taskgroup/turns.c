// From the last task's end to what is behind the brace.
#include "../say.h"

async void quick(void) {
    say("quick");
}

async void turns(void) {
    for (int i = 0; i < 5; i++) {
        say("turn %d", i);
        await sleep(0);
    }
}

async int main(void) {
    task(void) t = spawn turns();
    taskgroup {
        spawn quick();
    }
    say("behind");
    await t;
}
