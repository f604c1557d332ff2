// Who waits with a limit is cancelled: so is the job.
#include "../say.h"

async void job(void) {
    defer say("job leaves");
    await sleep(5);
}

async void outer(void) {
    try {
        await wait_for(job(), 3);
    } catch (error e) {
        say("outer %s", e.name);
        throw;
    }
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
    say("cancelled %d", cancelled(t));
}
