// The option .name of create_task and ensure_future; run_until_complete takes every awaitable.
#include <stdio.h>
async int f(void) {
    await sleep(1);
    return 5;
}
async int main(void) {
    task(int) a = create_task(f(), .name = "one");
    task(int) b = ensure_future(f(), .name = "two");
    task(int) c = create_task(f(), "three");
    printf("%s %s %s\n", name_of(a), name_of(b), name_of(c)); // expect: one two three
    event_loop loop = get_event_loop();
    printf("%d %d\n", run_until_complete(loop, a), run_until_complete(loop, f())); // expect: 5 5
    return 0;
}
