// What runs next does not depend on whether anybody looks: the first 4,096 choices of a cell are recorded, and each goes
// through the scheduler; behind them a task that waits for a turn, a lock or a queue hands over to the next one on the
// spot. Every round here is the same; so has to be its trace. The order is the one from before there was such a way.
#include <stdio.h>
#include <string.h>

enum { ROUNDS = 120, ITEMS = 14 };

char trace[4000], first[4000];
int length;

void note(char who) {
    trace[length] = who;
    length++;
}

async void put_all(queue(int) q, char who) {
    for (int i = 0; i < ITEMS; i++) {
        await put(q, i);
        note(who);
        if (i % 5 == 4) await sleep(0);
    }
}

async int get_all(queue(int) q, char who, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
        sum += await get(q);
        note(who);
    }
    return sum;
}

async void hold(lock m, char who) {
    for (int i = 0; i < 6; i++) {
        await acquire(m);
        note(who);
        await sleep(0);
        release(m);
        if (i % 2) await sleep(0);
    }
}

async void turns(char who) {
    for (int i = 0; i < 20; i++) {
        note(who);
        await sleep(0);
    }
}

async void stopped(queue(int) empty, char who) {
    try {
        await get(empty);
    } catch (error e) {
        note(who);
        throw e;
    }
}

async int round_of(int number) {
    queue(int) q = new_queue(int, 3);
    queue(int) none = new_queue(int, 1);
    lock m = new_lock();
    task(void) a = spawn put_all(q, 'a'), b = spawn put_all(q, 'b');
    task(int) c = spawn get_all(q, 'c', ITEMS), d = spawn get_all(q, 'd', ITEMS);
    task(void) x = spawn hold(m, 'x'), y = spawn hold(m, 'y'), t = spawn turns('t'), s = spawn stopped(none, 's');
    for (int i = 0; i < 7; i++) await sleep(0);
    cancel(s);
    int sum = await c + await d;
    await a;
    await b;
    await x;
    await y;
    await t;
    return sum + cancelled(s);
}

async int main(void) {
    int different = 0;
    for (int i = 0; i < ROUNDS; i++) {
        length = 0;
        memset(trace, 0, sizeof trace);
        if (await round_of(i) != ITEMS * (ITEMS - 1) + 1) printf("round %d lost something\n", i);
        if (i == 0) strcpy(first, trace);
        different += strcmp(first, trace) != 0;
    }
    printf("%d %d\n%s\n", length, different, first);
    return 0;
}
// expect: 89 0
// expect: aaacccxtaabtcccaaaytccctaabxtcccaaatccdytabbtsdddxtbtdbbbytdddtbbxtddbbbtdddytbtdxttyttxy
