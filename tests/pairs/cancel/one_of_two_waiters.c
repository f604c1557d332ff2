// Two wait for one task; cancelling one of them cancels the task, and so the other.
#include "../say.h"

async void slow(void) {
    await sleep(10);
}

async void waits(const char *name, task(void) t) {
    try {
        await t;
    } catch (error e) {
        say("%s told", name);
    }
}

async int main(void) {
    task(void) t = spawn slow();
    task(void) ab[] = {spawn waits("A", t), spawn waits("B", t)};
    await sleep(1);
    cancel(ab[1]);
    await wait_all(ab, 2);
    say("slow cancelled %d", cancelled(t));
}
