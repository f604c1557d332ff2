// The same with a coroutine: the limit's timer is the older one.
#include "../say.h"

async int job(void) {
    try {
        await sleep(1);
        say("job ends");
    } catch (error e) {
        say("job told");
        throw;
    }
    return 2;
}

async int main(void) {
    try {
        say("%d", await wait_for(job(), 1));
    } catch (error e) {
        say("%s", e.name);
    }
}
