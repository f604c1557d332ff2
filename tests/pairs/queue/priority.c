// The smallest first; a getter that waits takes what comes.
#include "../say.h"

async void takes(queue(int) q) {
    for (int i = 0; i < 4; i++) {
        say("%d", await get(q));
        await sleep(1);
    }
}

async int main(void) {
    queue(int) q = new_priority_queue(int);
    task(void) t = spawn takes(q);
    await sleep(0);
    int numbers[] = {5, 1, 4, 2};
    for (int n : numbers)
        try_put(q, n);
    await t;
}
