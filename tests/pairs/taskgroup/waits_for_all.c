// The brace is left when every task has ended.
#include "../say.h"

async void job(const char *name, double seconds) {
    await sleep(seconds);
    say("%s", name);
}

async int main(void) {
    taskgroup {
        spawn job("A", 3);
        spawn job("B", 1);
        say("body ends");
    }
    say("behind");
}
