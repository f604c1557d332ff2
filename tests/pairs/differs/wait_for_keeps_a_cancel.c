// Its job ends and the waiter is cancelled in one turn.
// differs: the cancellation is told. In Python 3.11 wait_for loses it when its job ended in the same
// turn; 3.12 repaired that.
#include "../say.h"

async int job(void) {
    await sleep(1);
    say("job ends");
    return 3;
}

async void outer(void) {
    try {
        say("got %d", await wait_for(job(), 5));
    } catch (error e) {
        say("told");
    }
}

async int main(void) {
    task(void) t = spawn outer();
    await sleep(0);
    await sleep(0);
    await sleep(1);
    cancel(t);
    await wait_all(&t, 1);
}

// expect: 1 job ends
// expect: 1 told
