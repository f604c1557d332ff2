// close: asyncio 3.13's shutdown. What is in the queue still comes out; then whoever waits or comes is told.
#include <stdio.h>

async void consumer(queue(int) q, const char *name) {
    for (;;)
        printf("%s got %d\n", name, await get(q));
}

async int main(void) {
    queue(int) q = new_queue(int, 2);
    task(void) a = spawn consumer(q, "A");
    await sleep(0);
    await put(q, 1);
    await put(q, 2);
    task(void) p = spawn put(q, 3);
    await sleep(0);
    close(q);
    await wait_all((task(void)[]){a, p}, 2); // expect: A got 1
    // expect: A got 2
    // expect: A got 3
    printf("%s: %s\n", error_of(a).name, error_of(a).message); // expect: QueueShutDown: the queue is closed and empty
    printf("%d\n", error_of(p) == NULL); // expect: 1
    task(void) late = spawn put(q, 4);
    await wait_all(&late, 1);
    printf("%s: %s\n", error_of(late).name, error_of(late).message); // expect: QueueShutDown: the queue is closed: nothing can be put into it
    return 0;
}
