// Set and cleared in one turn: who waited goes on all the same.
#include "../say.h"

async void waits(event e) {
    await wait(e);
    say("goes on, set %d", is_set(e));
}

async int main(void) {
    event e = new_event();
    task(void) t = spawn waits(e);
    await sleep(1);
    set(e);
    clear(e);
    await t;
    task(void) u = spawn waits(e);
    await sleep(1);
    say("done %d", done(u));
    set(e);
    await u;
}
