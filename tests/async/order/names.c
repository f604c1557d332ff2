// Tasks have names, asyncio's by default.
#include <stdio.h>

async void who(void) {
    printf("%s\n", name_of(current_task()));
}

async int main(void) {
    task(void) t = create_task(who(), "worker");
    await t;                       // expect: worker
    task(void) u = create_task(who());
    set_name(u, "renamed");
    await u;                       // expect: renamed
    printf("%s\n", name_of(t));    // expect: worker
    task(void) all[3];
    printf("%zu\n", all_tasks(all, 3));          // expect: 1
    printf("%d\n", all[0] == current_task());    // expect: 1
    return 0;
}
