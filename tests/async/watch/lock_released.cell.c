// Whoever releases another task's lock is told, with both names: asyncio allows it, and it is nearly always a mistake.
lock door = new_lock();
async void other(void) {
    release(door); // note: task "other" releases a lock that task "lock_released.cell.c" has acquired
}
await acquire(door);
await create_task(other(), .name = "other");
locked(door)
// expect: false
