// Notified, but the lock never comes: the deadlock is told where the task waits. It used to be kept until the lock was
// there, for ever.
#include <stdio.h>

condition c;
future(int) never;

async void holder(void) {
    await acquire(c);
    notify(c);
    await never;
}

async int main(void) {
    c = new_condition();
    never = new_future(int);
    await acquire(c);
    create_task(holder(), .name = "holder");
    await wait(c); // trap: waits for a lock that task "holder" has
    return 0;
}
