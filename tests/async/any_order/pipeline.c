// Three stages with queues between them, several workers in each: what comes out is what went in.
#include <stdio.h>

queue(int) first, second;
int sum, count;

async void produces(int from, int to) {
    for (int i = from; i < to; i++)
        await put(first, i);
}

async void doubles(void) {
    for (;;) {
        int x = await get(first);
        await put(second, 2 * x);
        task_done(first);
    }
}

async void adds(void) {
    for (;;) {
        int x = await get(second); // `sum += await get(second)` may read sum before it waits
        sum += x;
        count++;
        task_done(second);
    }
}

async int main(void) {
    first = new_queue(int, 3);
    second = new_lifo_queue(int, 2);
    task(void) workers[] = {spawn doubles(), spawn doubles(), spawn adds(), spawn doubles(), spawn adds()};
    taskgroup {
        spawn produces(0, 20);
        spawn produces(20, 50);
        spawn produces(50, 100);
    }
    await join(first);
    await join(second);
    printf("%d items, %d\n", count, sum); // expect: 100 items, 9900
    for (size_t i = 0; i < countof(workers); i++)
        cancel(workers[i]);
    await wait_all(workers, countof(workers));
    printf("%zu %zu\n", size(first), size(second)); // expect: 0 0
    return 0;
}
