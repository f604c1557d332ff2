// A queue's items as an async generator.
#include "../say.h"

async generator(int) items(queue(int) q) {
    for (;;) {
        int n = await get(q);
        if (n < 0)
            return;
        yield n;
    }
}

async void fill(queue(int) q) {
    int numbers[] = {1, 2, 3, -1};
    for (int n : numbers) {
        await sleep(1);
        await put(q, n);
    }
}

async int main(void) {
    queue(int) q = new_queue(int);
    task(void) t = spawn fill(q);
    for await (int n : items(q))
        say("%d", n);
    await t;
    say("end");
}
