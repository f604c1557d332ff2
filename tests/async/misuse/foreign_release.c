// asyncio lets any task release a lock; here that is worth a note.
#include <stdio.h>
lock m;
async void other(void) {
    release(m);
    printf("released\n"); // expect: released
}
async int main(void) {
    m = new_lock();
    await acquire(m);
    task(void) t = create_task(other(), .name = "other");
    await t; // stderr: task "other" releases a lock that task
    return 0;
}
