// wait_for that is called, but not awaited yet.
// differs: wait_for gives a future, like gather and shield: the job begins and the time counts from the
// call. Python's is a coroutine function: nothing happens before it is awaited.
#include "../say.h"

async void job(void) {
    say("begins");
    await sleep(1);
    say("ends");
}

async int main(void) {
    future(void) w = wait_for(job(), 5);
    await sleep(3);
    say("awaiting");
    await w;
}

// expect: 0 begins
// expect: 1 ends
// expect: 3 awaiting
