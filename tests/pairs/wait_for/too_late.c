// Too late: it is cancelled, and then TimeoutError.
#include "../say.h"

async void job(void) {
    defer say("job leaves");
    await sleep(5);
}

async int main(void) {
    try {
        await wait_for(job(), 2);
    } catch (error e) {
        say("%s", e.name);
    }
}
