// The first error goes to who waits; the others go on.
#include "../say.h"

async void job(int n, double seconds, bool fails) {
    await sleep(seconds);
    if (fails)
        throw error("ValueError", "job %d", n);
    say("job %d", n);
}

async int main(void) {
    try {
        await gather(job(1, 3, false), job(2, 1, true), job(3, 2, true));
    } catch (error e) {
        say("%s %s", e.name, e.message);
    }
    await sleep(5);
    say("end");
}
