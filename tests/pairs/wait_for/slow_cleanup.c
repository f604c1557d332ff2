// The limit passes, but the job takes its time to leave: TimeoutError comes then.
#include "../say.h"

async void job(void) {
    defer shield {
        await sleep(3);
        say("tidy");
    }
    await sleep(5);
}

async int main(void) {
    try {
        await wait_for(job(), 1);
    } catch (error e) {
        say("%s", e.name);
    }
}
