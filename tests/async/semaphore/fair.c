// asyncio.Semaphore (3.11): so many at a time, first come first served; a release goes to the first waiter, and who is
// cancelled with it passes it on.
#include <stdio.h>

semaphore s;

async void worker(const char *name, double seconds) {
    await acquire(s);
    printf("%s in, value %ld\n", name, value(s));
    await sleep(seconds);
    release(s);
    printf("%s out, value %ld locked %d\n", name, value(s), locked(s));
}

async int main(void) {
    s = new_semaphore(2);
    task(void) t[5];
    const char *names[] = {"A", "B", "C", "D", "E"};
    for (int i = 0; i < 5; i++)
        t[i] = spawn worker(names[i], 1 + i * 0.25);
    await sleep(0.5);
    printf("%ld %d\n", value(s), locked(s));
    await t[0];
    cancel(t[2]);
    await wait_all(t, 5);
    printf("%d %ld\n", cancelled(t[2]), value(s));
    bounded_semaphore b = new_bounded_semaphore(1);
    await acquire(b);
    release(b);
    printf("%ld\n", value(b));
    return 0;
}
// The order is CPython 3.11's.
// expect: A in, value 1
// expect: B in, value 0
// expect: 0 1
// expect: A out, value 0 locked 1
// expect: C in, value 0
// expect: B out, value 0 locked 1
// expect: D in, value 0
// expect: D out, value 0 locked 1
// expect: E in, value 0
// expect: E out, value 1 locked 0
// expect: 1 1
// expect: 1
