// Results come in the order of the parts, errors to who awaits them, and a group ends with its failed task's error.
#include <stdio.h>

async int square(int n) {
    await sleep(n % 3);
    return n * n;
}

async int fails(int after) {
    await sleep(after);
    throw error("Sour", "after %d", after);
}

async void nap(double seconds) {
    await sleep(seconds);
}

async int main(void) {
    coroutine(int) parts[8];
    for (int i = 0; i < 8; i++)
        parts[i] = square(i);
    int *squares = await gather(parts, 8);
    for (int i = 0; i < 8; i++)
        printf("%d ", squares[i]);
    printf("at %.0f\n", loop_time()); // expect: 0 1 4 9 16 25 36 49 at 2
    task(void) sleeper;
    try {
        taskgroup {
            sleeper = spawn nap(50);
            spawn fails(2);
            spawn nap(1);
            await sleep(60);
        }
    } catch (error e) {
        printf("%s at %.0f, %d\n", e.message, loop_time(), cancelled(sleeper)); // expect: after 2 at 4, 1
    }
    int late = 0;
    deadline (3) {
        await gather(nap(1), nap(2), nap(9));
    } else {
        late = 1;
    }
    printf("%d at %.0f\n", late, loop_time()); // expect: 1 at 7
    try {
        await wait_for(square(5), 1);
    } catch (error e) {
        printf("%s at %.0f\n", e.name, loop_time()); // expect: TimeoutError at 8
    }
    return 0;
}
