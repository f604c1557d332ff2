// asyncio.Queue: who may go on when, at both ends of a bounded queue; cancelled getters and putters; join.
#include <stdio.h>

async void producer(queue(int) q, const char *name, int from, int to) {
    for (int i = from; i < to; i++) {
        await put(q, i);
        printf("%s put %d, size %zu\n", name, i, size(q));
    }
}

async void consumer(queue(int) q, const char *name) {
    for (;;) {
        int x = await get(q);
        printf("%s got %d\n", name, x);
        await sleep(0);
        task_done(q);
    }
}

async int main(void) {
    queue(int) q = new_queue(int, 2);
    task(void) p = spawn producer(q, "P", 0, 5);
    task(void) r = spawn producer(q, "R", 10, 13);
    task(void) a = spawn consumer(q, "A");
    task(void) b = spawn consumer(q, "B");
    await join(q);
    printf("joined, %zu\n", size(q));
    await p;
    await r;
    await join(q);
    printf("-- getters\n");
    cancel(a);
    await sleep(0);
    task(int) g = spawn get(q), h = spawn get(q);
    await sleep(0);
    await put(q, 100);
    cancel(b);
    await put(q, 101);
    cancel(g);
    printf("h %d\n", await h);
    printf("%d %d %d %zu\n", cancelled(a), cancelled(b), cancelled(g), size(q));
    printf("-- putters\n");
    while (!full(q))
        try_put(q, 7);
    task(void) x = spawn put(q, 8), y = spawn put(q, 9);
    await sleep(0);
    int got = await get(q);
    cancel(x);
    await y;
    printf("%d %d %zu %d\n", got, cancelled(x), size(q), try_put(q, 1));
    printf("%d\n", await get(q));
    printf("%d\n", await get(q));
    printf("%d %d %d\n", empty(q), full(q), try_get(q, &got));
    return 0;
}
// The order is CPython 3.11's.
// expect: joined, 0
// expect: P put 0, size 1
// expect: P put 1, size 2
// expect: A got 0
// expect: B got 1
// expect: P put 2, size 1
// expect: P put 3, size 2
// expect: A got 2
// expect: R put 10, size 2
// expect: B got 3
// expect: P put 4, size 2
// expect: A got 10
// expect: R put 11, size 2
// expect: B got 4
// expect: A got 11
// expect: R put 12, size 1
// expect: B got 12
// expect: -- getters
// expect: h 100
// expect: 1 1 1 1
// expect: -- putters
// expect: 101 1 2 0
// expect: 7
// expect: 9
// expect: 1 0 0
