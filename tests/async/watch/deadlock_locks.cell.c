// Two locks taken in different order: the ring, who has what, and where it was taken.
lock forks[2] = {new_lock(), new_lock()};
async void eat(int first, int second) {
    await acquire(forks[first]);
    await sleep(1);
    await acquire(forks[second]);
}
auto a = create_task(eat(0, 1)), b = create_task(eat(1, 0));
set_name(a, "A");
set_name(b, "B");
await a;
await b;
// exit: 70
// stderr:   a cycle of waits, each for the next and the last for the first:
// stderr:     "A" waits since 1.00 s for a lock that task "B" has: deadlock_locks.cell.c:6:11
// stderr:       "B" took it: deadlock_locks.cell.c:4:11
// stderr:     "B" waits since 1.00 s for a lock that task "A" has: deadlock_locks.cell.c:6:11
// stderr:       "A" took it: deadlock_locks.cell.c:4:11
// stderr:   "deadlock_locks.cell.c" waits since 0.00 s for task "A": deadlock_locks.cell.c:11:1
// stderr: let all tasks take these locks in the same order
