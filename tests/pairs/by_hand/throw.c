// An error thrown where it waits.
#include "../say.h"

async void job(future(int) f) {
    try {
        await f;
    } catch (error e) {
        say("caught %s", e.message);
    }
    say("goes on");
}

async int main(void) {
    future(int) f = new_future(int);
    coroutine(void) c = job(f);
    next(c);
    try {
        throw_into(c, error("ValueError", "from outside"));
    } catch (error e) {
        say("%s", e.name);
    }
}
