// An error that leaves it comes out of the step.
#include "../say.h"

async void job(future(int) f) {
    await f;
    throw error("ValueError", "inside");
}

async int main(void) {
    future(int) f = new_future(int);
    coroutine(void) c = job(f);
    next(c);
    set_result(f, 0);
    try {
        next(c);
    } catch (error e) {
        say("%s", e.message);
    }
}
