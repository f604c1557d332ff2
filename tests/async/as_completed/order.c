// asyncio.as_completed: results in the order in which they come; errors at their place.
#include <stdio.h>

async int after(int seconds) {
    await sleep(seconds);
    int a[3] = {1, 2, 3};
    return seconds == 2 ? a[seconds + 1] : seconds; // the one of 2 seconds fails
}

async int main(void) {
    task(int) t[4] = {spawn after(3), spawn after(1), spawn after(2), spawn after(4)};
    future(int) *f = as_completed(t, 4);
    printf("%d\n", await f[0]); // expect: 1
    await wait_all(f, 3);
    printf("%s\n", error_of(f[1]).name); // expect: IndexError
    printf("%d\n", result(f[2])); // expect: 3
    printf("%d\n", await f[3]); // expect: 4
    coroutine(int) c[2] = {after(1), after(0)};
    f = as_completed(c, 2);
    int first = await f[0];
    printf("%d %d\n", first, await f[1]); // expect: 0 1
    return 0;
}
