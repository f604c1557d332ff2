// Limits inside each other: the earliest is told, and by its own name.
#include "../say.h"

async void job(void) {
    try {
        await wait_for(sleep(10), 1);
    } catch (error e) {
        say("inner limit");
    }
    await sleep(10);
}

async int main(void) {
    try {
        await wait_for(job(), 3);
    } catch (error e) {
        say("outer limit");
    }
}
