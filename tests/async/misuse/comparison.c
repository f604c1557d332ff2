// A comparison is called while its queue is being changed: it may neither use the queue nor wait; its own faults come out
// of put. The queue stays usable.
#include <stdio.h>
queue(int *) q;
int mode;
int compare(int *const *x, int *const *y) {
    if (mode == 1)
        put(q, *x);
    if (mode == 2)
        run(sleep(1));
    if (mode == 3)
        return 1 / (mode - 3);
    return **x - **y;
}
async void add(int *x) {
    await put(q, x);
}
async int main(void) {
    q = new_priority_queue(int *, 0, compare);
    int a = 3, b = 1, c = 2;
    await put(q, &a);
    for (mode = 1; mode <= 3; mode++) {
        task(void) t = spawn add(&b);
        await wait_all(&t, 1);
        printf("%s: %s\n", error_of(t).name, error_of(t).message);
        // expect: RuntimeError: the queue's comparison must not use the queue it orders
        // expect: RuntimeError: a function that the library calls to compare cannot wait
        // expect: ZeroDivisionError: division by zero: 1 / 0
    }
    mode = 0;
    await put(q, &b);
    await put(q, &c);
    while (!empty(q))
        printf("%d ", *await get(q));
    printf("|\n"); // expect: 1 2 3 |
    return 0;
}
