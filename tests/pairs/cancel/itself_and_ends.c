// One that cancels itself and never waits again ends well.
#include "../say.h"

async int work(void) {
    cancel(current_task());
    return 4;
}

async int main(void) {
    task(int) t = spawn work();
    await wait_all(&t, 1);
    say("done %d", done(t));
    if (cancelled(t))
        say("cancelled");
    else
        say("result %d", result(t));
}
