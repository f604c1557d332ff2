// A task's own tasks come behind those that are ready.
#include "../say.h"

async void leaf(const char *name) {
    say("leaf %s", name);
}

async void branch(const char *name) {
    say("branch %s", name);
    task(void) t = spawn leaf(name);
    await sleep(0);
    say("branch %s again", name);
    await t;
}

async int main(void) {
    await gather(branch("A"), branch("B"));
}
