// Nothing was put: join does not wait.
#include "../say.h"

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    queue(int) q = new_queue(int);
    await join(q);
    say("joined");
    await t;
}
