// In time: its result.
#include "../say.h"

async int job(void) {
    await sleep(1);
    return 8;
}

async int main(void) {
    say("%d", await wait_for(job(), 2));
    await sleep(2);
    say("end");
}
