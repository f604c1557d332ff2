// Two locks taken in opposite order: the message names who has what.
lock a, b;
async void one(void) {
    await acquire(a);
    await sleep(1);
    await acquire(b);
}
async int main(void) {
    a = new_lock();
    b = new_lock();
    await acquire(b);
    task(void) t = create_task(one(), .name = "one");
    await sleep(2);
    await acquire(a); // trap: waits for a lock that task "one" has, which waits for a lock that task
    return 0;
}
