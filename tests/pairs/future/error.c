// An error set by hand goes to all that wait.
#include "../say.h"

async void waits(const char *name, future(int) f) {
    try {
        await f;
    } catch (error e) {
        say("%s: %s", name, e.message);
    }
}

async int main(void) {
    future(int) f = new_future(int);
    task(void) a = spawn waits("A", f);
    task(void) b = spawn waits("B", f);
    await sleep(1);
    set_error(f, error("ValueError", "by hand"));
    await a;
    await b;
    await waits("late", f);
}
