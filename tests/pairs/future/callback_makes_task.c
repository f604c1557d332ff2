// A callback that makes a task.
#include "../say.h"

async void after(int n) {
    say("after %d", n);
}

async int job(void) {
    await sleep(1);
    return 6;
}

void callback(task(int) t) {
    create_task(after(result(t)));
}

async int main(void) {
    task(int) t = spawn job();
    on_done(t, callback);
    await t;
    say("main");
    await sleep(0);
    say("end");
}
