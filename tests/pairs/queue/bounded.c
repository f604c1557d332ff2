// A full queue holds up who puts.
#include "../say.h"

async void producer(queue(int) q) {
    for (int i = 0; i < 5; i++) {
        await put(q, i);
        say("put %d", i);
    }
}

async void consumer(queue(int) q) {
    for (int i = 0; i < 5; i++) {
        await sleep(1);
        say("got %d", await get(q));
    }
}

async int main(void) {
    queue(int) q = new_queue(int, 2);
    await gather(producer(q), consumer(q));
}
