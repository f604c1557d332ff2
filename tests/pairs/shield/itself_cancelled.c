// Cancelling the shield's own future leaves the task alone.
#include "../say.h"

async void job(void) {
    await sleep(3);
    say("job ends");
}

async int main(void) {
    task(void) t = spawn job();
    auto s = shield(t);
    await sleep(1);
    say("cancel %d", cancel(s));
    say("%d %d", cancelled(s), done(t));
    await t;
}
