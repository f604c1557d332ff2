// Set already: no turn.
#include "../say.h"

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    event e = new_event();
    set(e);
    say("%d", await wait(e));
    await t;
}
