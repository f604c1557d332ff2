// A task's done callback: before or behind who awaits it, as they came.
#include "../say.h"

void callback(task(int) t) {
    say("callback %d", result(t));
}

async int job(void) {
    await sleep(1);
    say("job ends");
    return 5;
}

async int main(void) {
    task(int) t = spawn job();
    on_done(t, callback);
    say("awaited %d", await t);
    await sleep(0);
    say("end");
}
