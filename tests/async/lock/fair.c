// asyncio.Lock: first come, first served; who is cancelled while the lock is handed to it passes it on; nobody overtakes
// a task whose turn it is.
#include <stdio.h>

lock m;

async void worker(const char *name) {
    printf("%s asks\n", name);
    await acquire(m);
    defer release(m);
    printf("%s in %d\n", name, locked(m));
    await sleep(1);
    printf("%s out\n", name);
}

async void holder(void) {
    await acquire(m);
    await sleep(1);
    release(m);
    printf("released %d\n", locked(m));
}

async void overtaker(void) {
    await sleep(1);
    printf("overtaker asks %d\n", locked(m));
    await acquire(m);
    printf("overtaker in\n");
    release(m);
}

async int main(void) {
    m = new_lock();
    task(void) a = spawn worker("A");
    task(void) b = spawn worker("B");
    task(void) c = spawn worker("C");
    await a;
    await b;
    await c;
    printf("-- cancelled with its turn\n");
    task(void) h = spawn holder();
    a = spawn worker("A");
    b = spawn worker("B");
    task(void) o = spawn overtaker();
    await sleep(0);
    await h;
    cancel(a);
    await b;
    await o;
    printf("%d %d\n", cancelled(a), locked(m));
    printf("-- cancelled while it waits\n");
    await acquire(m);
    a = spawn worker("A");
    b = spawn worker("B");
    await sleep(0);
    cancel(a);
    release(m);
    printf("released\n");
    await b;
    printf("%d\n", cancelled(a));
    return 0;
}
// The order is CPython 3.11's.
// expect: A asks
// expect: A in 1
// expect: B asks
// expect: C asks
// expect: A out
// expect: B in 1
// expect: B out
// expect: C in 1
// expect: C out
// expect: -- cancelled with its turn
// expect: A asks
// expect: B asks
// expect: released 0
// expect: overtaker asks 0
// expect: A in 1
// expect: B in 1
// expect: B out
// expect: overtaker in
// expect: 1 0
// expect: -- cancelled while it waits
// expect: A asks
// expect: B asks
// expect: released
// expect: B in 1
// expect: B out
// expect: 1
