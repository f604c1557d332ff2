// A task catches its cancellation and waits again.
// differs: a task that is being cancelled stays so until it ends: every further wait outside of `shield {
// }` throws again. Python tells it once, and a task that swallows that lives on.
#include "../say.h"

async void work(void) {
    try {
        await sleep(9);
    } catch (error e) {
        say("told");
    }
    try {
        await sleep(1);
        say("slept on");
    } catch (error e) {
        say("told again");
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
}

// expect: 1 told
// expect: 1 told again
