// Setting it wakes all, in the order in which they came.
#include "../say.h"

async void waits(const char *name, event e) {
    say("%s waits", name);
    await wait(e);
    say("%s goes on", name);
}

async int main(void) {
    event e = new_event();
    task(void) t[] = {spawn waits("A", e), spawn waits("B", e), spawn waits("C", e)};
    await sleep(1);
    set(e);
    say("set");
    await wait_all(t, 3);
}
