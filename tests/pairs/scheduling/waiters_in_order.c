// Who waits for one task goes on in the order in which they came.
#include "../say.h"

async int slow(void) {
    await sleep(1);
    say("slow ends");
    return 5;
}

async void waits(const char *name, task(int) t) {
    say("%s got %d", name, await t);
}

async int main(void) {
    task(int) t = spawn slow();
    await gather(waits("A", t), waits("B", t), waits("C", t));
}
