// A part that is cancelled from outside counts as an error; the others go on.
#include "../say.h"

async void job(const char *name, double seconds) {
    try {
        await sleep(seconds);
        say("%s ends", name);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

task(void) a;

void stop_a(void *unused) {
    cancel(a);
}

async int main(void) {
    a = spawn job("A", 2);
    task(void) b = spawn job("B", 3);
    call_later(1, stop_a, NULL);
    try {
        await gather(a, b);
    } catch (error e) {
        say("%s", e.name);
    }
    await b;
}
