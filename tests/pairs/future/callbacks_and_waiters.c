// Callbacks and tasks that wait stand in one list.
#include "../say.h"

void callback(future(int) f) {
    say("callback %d", result(f));
}

async void waits(const char *name, future(int) f) {
    say("%s got %d", name, await f);
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) a = spawn waits("A", f);
    await sleep(0);
    on_done(f, callback);
    task(void) b = spawn waits("B", f);
    await sleep(0);
    set_result(f, 3);
    await a;
    await b;
}
