#include <stdio.h>
async int a(void) { return 1; }
async int main(void) {
    create_task(a(), .nme = "x"); // error: `create_task` has no option `.nme`; it has `.name`
    create_task(a(), .name = 3);  // error: initialising the number `int`
    await sleep(1, .name = "x");  // error: `sleep` has no option `.name`
    create_task(a(), "x", .name = "y"); // error: `.name` is given already
    printf("%d", .x = 3);         // error: `printf` has no option `.x`
    event e = new_event();
    await gather(e, a());         // error: `gather` takes coroutines
    put(3, 4);                    // error: there is no `put` for `int`
    return acquire(e);            // error: there is no `acquire` for `event`
}
