// Two deadlines of one moment, and a sleep of that moment whose timer is between them.
#include "../say.h"

async void other(void) {
    await sleep(1);
    say("other");
}

async int main(void) {
    task(void) t;
    deadline (1) {
        t = spawn other();
        await sleep(0);
        deadline (1) {
            await sleep(1);
            say("slept");
        } else {
            say("inner");
        }
    } else {
        say("outer");
    }
    await t;
}
