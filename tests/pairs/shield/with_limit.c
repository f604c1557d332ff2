// A limit on a shield: the wait ends, the job goes on.
#include "../say.h"

async int job(void) {
    await sleep(3);
    say("job ends");
    return 9;
}

async int main(void) {
    task(int) t = spawn job();
    try {
        await wait_for(shield(t), 1);
    } catch (error e) {
        say("%s", e.name);
    }
    say("%d", await t);
}
