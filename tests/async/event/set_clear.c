// asyncio.Event: all who wait go on, in order, also if it is cleared before they run; a set event lets everybody through.
#include <stdio.h>

async void waiter(const char *name, event e) {
    printf("%s waits\n", name);
    await wait(e);
    printf("%s goes on, set %d\n", name, is_set(e));
}

async int main(void) {
    event e = new_event();
    task(void) a = spawn waiter("A", e);
    task(void) b = spawn waiter("B", e);
    task(void) c = spawn waiter("C", e);
    await sleep(1);
    cancel(b);
    set(e);
    clear(e);
    printf("set and cleared\n");
    await a;
    await c;
    printf("%d\n", cancelled(b));
    set(e);
    printf("%d\n", await wait(e));
    await e;
    clear(e);
    future(bool) d = wait_for(wait(e), 1.0);
    await sleep(2);
    printf("%d %s\n", done(d), error_of(d) == NULL ? "none" : "error");
    return 0;
}
// The order is CPython 3.11's.
// expect: A waits
// expect: B waits
// expect: C waits
// expect: set and cleared
// expect: A goes on, set 0
// expect: C goes on, set 0
// expect: 1
// expect: 1
// expect: 1 error
