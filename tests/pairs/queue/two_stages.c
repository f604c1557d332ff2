// A pipeline of two queues.
#include "../say.h"

async void first(queue(int) a, queue(int) b) {
    for (;;) {
        int n = await get(a);
        await sleep(1);
        await put(b, n * 10);
        if (n == 3)
            return;
    }
}

async void second(queue(int) b) {
    for (int i = 0; i < 3; i++) {
        say("%d", await get(b));
        await sleep(1.5);
    }
}

async int main(void) {
    queue(int) a = new_queue(int), b = new_queue(int, 1);
    for (int n = 1; n <= 3; n++)
        await put(a, n);
    await gather(first(a, b), second(b));
    say("end");
}
