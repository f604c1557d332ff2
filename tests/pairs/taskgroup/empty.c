// An empty group takes no turn.
#include "../say.h"

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    taskgroup {
        say("inside");
    }
    say("behind");
    await t;
}
