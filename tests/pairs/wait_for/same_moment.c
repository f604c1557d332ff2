// The job ends at the very moment of the limit: its timer is the older one.
#include "../say.h"

async int job(void) {
    await sleep(1);
    say("job ends");
    return 2;
}

async int main(void) {
    task(int) t = spawn job();
    await sleep(0);
    try {
        say("%d", await wait_for(t, 1));
    } catch (error e) {
        say("%s", e.name);
    }
}
