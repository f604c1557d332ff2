// What the runtime itself complains about can be caught by name.
#include <stdio.h>

async int one(void) {
    return 1;
}

async int main(void) {
    coroutine(int) c = one();
    printf("%d\n", await c); // expect: 1
    try {
        await c;
    } catch (error e) {
        printf("%s\n", e.name); // expect: CoroutineReused
    }
    try {
        await wait_for(one(), 1);
        await wait_for(new_future(int), 1);
    } catch (error e) {
        printf("%s %d at %.0f\n", e.name, e.code, loop_time()); // expect: TimeoutError 110 at 1
    }
    return 0;
}
