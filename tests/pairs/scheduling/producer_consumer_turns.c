// Turn by turn through a queue of one.
#include "../say.h"

async void producer(queue(int) q) {
    for (int i = 0; i < 3; i++) {
        say("putting %d", i);
        await put(q, i);
        say("put %d", i);
    }
}

async void consumer(queue(int) q) {
    for (int i = 0; i < 3; i++) {
        say("getting");
        say("got %d", await get(q));
    }
}

async int main(void) {
    queue(int) q = new_queue(int, 1);
    await gather(producer(q), consumer(q));
}
