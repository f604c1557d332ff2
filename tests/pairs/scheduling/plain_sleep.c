// A plain sleep holds the loop: what comes due meanwhile has its turn behind what is ready, and what is made ready in this
// turn as well.
#include "../say.h"

async void napper(const char *name, double seconds) {
    deadline (2.5) {
        await sleep(seconds);
        say("%s woke", name);
        await sleep(9);
    } else {
        say("%s timed out", name);
    }
}

async void late(void) {
    say("late began");
}

async void other(void) {
    say("other");
    spawn late();
}

void told(void *what) {
    say("%s", (char *)what);
}

async int main(void) {
    task(void) t[4] = {spawn napper("A", 2), spawn napper("B", 1)};
    await sleep(0);
    call_later(0.5, told, "called");
    t[2] = spawn other();
    sleep(3);
    say("held until now");
    t[3] = spawn late();
    call_soon(told, "soon");
    await gather(t, 4);
}
