// asyncio.Condition: who is notified goes on once the lock is free, in order; also a cancelled task has the lock again
// when it goes on.
#include <stdio.h>

condition c;
int ready;

async void waiter(const char *name) {
    await acquire(c);
    printf("%s waits\n", name);
    defer {
        printf("%s leaves, locked %d\n", name, locked(c));
        release(c);
    }
    await wait(c);
    printf("%s notified\n", name);
}

bool is_ready(void *least) {
    return ready >= *(int *)least;
}

async void patient(int least) {
    await acquire(c);
    defer release(c);
    bool b = await wait_for(c, is_ready, &least);
    printf("patient %d: %d %d\n", least, b, ready);
}

async int main(void) {
    c = new_condition();
    task(void) t[4];
    const char *names[] = {"A", "B", "C", "D"};
    for (int i = 0; i < 4; i++)
        t[i] = spawn waiter(names[i]);
    await sleep(1);
    await acquire(c);
    notify(c);
    notify(c, 1);
    printf("notified two\n");
    await sleep(1);
    printf("release\n");
    release(c);
    await t[0];
    await t[1];
    printf("-- cancelled\n");
    await acquire(c);
    cancel(t[2]);
    await sleep(1);
    printf("C done %d\n", done(t[2]));
    notify_all(c);
    release(c);
    await wait_all(t, 4);
    printf("%d %d\n", cancelled(t[2]), cancelled(t[3]));
    printf("-- predicate\n");
    task(void) p = spawn patient(2), q = spawn patient(1);
    await sleep(0);
    for (int i = 0; i < 2; i++) {
        await acquire(c);
        ready++;
        notify_all(c);
        release(c);
        await sleep(1);
    }
    await p;
    await q;
    return 0;
}
// The order is CPython 3.11's.
// expect: A waits
// expect: B waits
// expect: C waits
// expect: D waits
// expect: notified two
// expect: release
// expect: A notified
// expect: A leaves, locked 1
// expect: B notified
// expect: B leaves, locked 1
// expect: -- cancelled
// expect: C done 0
// expect: C leaves, locked 1
// expect: D notified
// expect: D leaves, locked 1
// expect: 1 0
// expect: -- predicate
// expect: patient 1: 1 1
// expect: patient 2: 1 2
