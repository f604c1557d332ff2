// An error leaves a coroutine and a task by whoever awaits it; error_of asks without throwing.
#include <stdio.h>

async int work(int n) {
    await sleep(n);
    if (n == 2)
        throw error("WorkError", "no %d", n);
    return n;
}

async int main(void) {
    try {
        await work(2);
    } catch (error e) {
        printf("%s at %.0f\n", e.message, loop_time()); // expect: no 2 at 2
    }
    task(int) t = spawn work(2);
    task(int) u = spawn work(1);
    try {
        printf("%d\n", await u); // expect: 1
        printf("%d\n", await t);
    } catch (error e) {
        printf("%s\n", e.name); // expect: WorkError
    }
    error of_t = error_of(t);
    printf("%s %d\n", of_t.message, error_of(u) == NULL); // expect: no 2 1
    try {
        result(t);
    } catch (error e) {
        printf("again %s\n", e.name); // expect: again WorkError
    }
    try {
        await gather(work(1), work(2), work(3));
    } catch (error e) {
        printf("gather: %s\n", e.name); // expect: gather: WorkError
    }
    return 0;
}
