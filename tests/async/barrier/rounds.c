// asyncio.Barrier: rounds of tasks that wait for each other; who comes too early for the next round waits for the end of
// this one; reset and abort.
#include <stdio.h>

barrier b;

async void runner(const char *name, double seconds) {
    for (int round = 0; round < 2; round++) {
        await sleep(seconds);
        long index = await wait(b);
        printf("%s round %d index %ld\n", name, round, index);
    }
}

async void breaks(const char *name) {
    printf("%s waits, %ld wait\n", name, n_waiting(b));
    await wait(b);
    printf("%s through\n", name);
}

async int main(void) {
    b = new_barrier(3);
    task(void) t[3] = {spawn runner("A", 1), spawn runner("B", 2), spawn runner("C", 3)};
    await wait_all(t, 3);
    printf("%ld %ld %d\n", parties(b), n_waiting(b), broken(b));
    task(void) u[4];
    const char *names[] = {"D", "E", "F", "G"};
    for (int i = 0; i < 2; i++)
        u[i] = spawn breaks(names[i]);
    await sleep(1);
    reset(b);
    printf("reset, %ld\n", n_waiting(b));
    for (int i = 2; i < 4; i++)
        u[i] = spawn breaks(names[i]);
    await sleep(1);
    printf("%ld\n", n_waiting(b));
    cancel(u[2]);
    await sleep(1);
    printf("%ld\n", n_waiting(b));
    abort(b);
    await wait_all(u, 4);
    printf("%d %s: %s\n", broken(b), error_of(u[0]).name, error_of(u[0]).message);
    printf("%d %s: %s\n", cancelled(u[2]), error_of(u[3]).name, error_of(u[3]).message);
    return 0;
}
// The order is CPython 3.11's.
// expect: C round 0 index 2
// expect: A round 0 index 0
// expect: B round 0 index 1
// expect: C round 1 index 2
// expect: A round 1 index 0
// expect: B round 1 index 1
// expect: 3 0 0
// expect: D waits, 0 wait
// expect: E waits, 1 wait
// expect: reset, 0
// expect: F waits, 0 wait
// expect: G waits, 1 wait
// expect: 2
// expect: 1
// expect: 1 BrokenBarrierError: the barrier was aborted or reset
// expect: 1 BrokenBarrierError: the barrier was aborted or reset
