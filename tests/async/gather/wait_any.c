// wait_any gives the number of the first that is done, wait_all waits for every one; neither throws what they threw.
#include <stdio.h>

async int work(double seconds, int d) {
    await sleep(seconds);
    return 10 / d;
}

async void patient(task(int) *tasks) {
    await wait_all(tasks, 3);
    printf("all\n");
}

async int main(void) {
    task(int) tasks[3] = {spawn work(3, 1), spawn work(1, 0), spawn work(2, 2)};
    size_t i = await wait_any(tasks, 3);
    printf("%zu at %.1f\n", i, loop_time());      // expect: 1 at 1.0
    printf("%.17s\n", error_of(tasks[i]).name);        // expect: ZeroDivisionError
    task(void) p = spawn patient(tasks);
    await sleep(0.5);
    cancel(p);
    await sleep(0);
    printf("%d %d\n", done(p), done(tasks[0]));   // expect: 1 0
    await wait_all(tasks, 3);
    printf("%.1f %d %d\n", loop_time(), result(tasks[0]), result(tasks[2])); // expect: 3.0 10 5
    printf("%zu\n", await wait_any(tasks, 3));    // expect: 0
    return 0;
}
