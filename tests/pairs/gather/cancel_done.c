// A gather that is done cannot be cancelled.
#include "../say.h"

async int job(void) {
    return 1;
}

async int main(void) {
    auto g = gather(job(), job());
    await g;
    say("cancel %d, cancelled %d", cancel(g), cancelled(g));
}
