// A coroutine that next() drives has no task of its own: the blocks say so.
#include <stdio.h>

async void f(void) {
    await sleep(1);
    taskgroup {
        await sleep(1);
    }
}

async int main(void) {
    coroutine(void) c = f();
    try {
        future(void) w = next(c);
        await w;
        next(c);
        printf("not reached\n");
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message);
    }
    return 0;
}
// expect: RuntimeError: `taskgroup` guards a task, but this coroutine is driven by hand with next()
