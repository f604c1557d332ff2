// Closing one that waits: its clean-up runs.
#include "../say.h"

async void job(future(int) f) {
    defer say("closed");
    await f;
}

async int main(void) {
    future(int) f = new_future(int);
    coroutine(void) c = job(f);
    next(c);
    close_coroutine(c);
    say("future done %d", done(f));
}
