// A task that is cancelled before its first turn never runs.
#include "../say.h"

async void never(void) {
    say("ran");
}

async int main(void) {
    task(void) t = spawn never();
    say("told %d", cancel(t));
    say("done %d", done(t));
    await sleep(0);
    say("done %d, cancelled %d", done(t), cancelled(t));
}
