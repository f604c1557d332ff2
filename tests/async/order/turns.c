// sleep(0) is a turn for the others, and stays one when there have been so many that the
// scheduler no longer writes them down and goes from task to task the short way: order,
// timers, cancellation, blocks and generators are what they were in the first thousands.
#include <stdio.h>

enum { MANY = 6000 };
int whose, wrong, rounds[3];

async void turns(int me, int of) {
    for (int i = 0; i < MANY; i++) {
        wrong += whose != me;
        whose = (me + 1) % of;
        rounds[me]++;
        await sleep(0);
    }
}

async void forever(void) {
    defer {
        printf("forever ends\n");
    }
    for (;;) {
        await sleep(0);
    }
}

async generator(int) slowly(int n) {
    for (int i = 0; i < n; i++) {
        await sleep(0);
        yield i;
    }
}

async int sum(int n) {
    int total = 0;
    for await (int x : slowly(n)) {
        total += x;
    }
    return total;
}

async int count_turns(int n) {
    int done = 0;
    while (done < n) {
        done += 1 + (int)await sleep(0);
    }
    return done;
}

async int fails_late(void) {
    await count_turns(10);
    throw error("ValueError", "late");
}

async int main(void) {
    await gather(turns(0, 3), turns(1, 3), turns(2, 3));
    printf("%d wrong, %d %d %d\n", wrong, rounds[0], rounds[1], rounds[2]);
    // expect: 0 wrong, 6000 6000 6000

    task(int) a = spawn sum(100);
    task(int) b = spawn sum(200);
    printf("%d\n", await a + await b); // expect: 24850

    task(void) endless = spawn forever();
    printf("%d\n", await count_turns(1000)); // expect: 1000
    cancel(endless);
    await sleep(0); // expect: forever ends
    printf("%s\n", cancelled(endless) ? "cancelled" : "not"); // expect: cancelled

    try {
        deadline (0) {
            await count_turns(1 << 30);
        }
    } catch (error e) {
        printf("%s\n", e.name); // expect: TimeoutError
    }

    task(int) late = spawn fails_late();
    int before = await count_turns(50);
    try {
        await late;
    } catch (error e) {
        printf("%d, then %s\n", before, e.message); // expect: 50, then late
    }

    coroutine(int) c = count_turns(3);
    int waits = 0;
    try {
        for (;; waits++) {
            await next(c);
        }
    } catch (error e) {
        printf("by hand: %d waits, %s\n", waits, e.name);
        // expect: by hand: 3 waits, StopIteration
    }
    return 0;
}
