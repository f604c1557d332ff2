// A lock around a read, a wait and a write: no transfer is lost, in whatever order tasks run. (Every program in this folder
// prints the same under any order: make stress shuffles them.)
#include <stdio.h>

enum { ACCOUNTS = 4, TELLERS = 6 };
int balance[ACCOUNTS];
lock safe;

async void transfer(int from, int to) {
    await acquire(safe);
    defer release(safe);
    int a = balance[from], b = balance[to];
    await sleep(0);
    balance[from] = a - 1;
    await sleep(0);
    balance[to] = b + 1;
}

async void teller(int seed) {
    for (int i = 0; i < 10; i++) {
        int from = (seed + i) % ACCOUNTS;
        await transfer(from, (from + 1 + seed % 3) % ACCOUNTS);
    }
}

async int main(void) {
    safe = new_lock();
    for (int i = 0; i < ACCOUNTS; i++)
        balance[i] = 100;
    taskgroup {
        for (int i = 0; i < TELLERS; i++)
            spawn teller(i);
    }
    int sum = 0;
    for (int i = 0; i < ACCOUNTS; i++)
        sum += balance[i];
    printf("%d\n", sum); // expect: 400
    return 0;
}
