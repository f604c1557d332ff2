// Nothing can go on: the error shows the ring of waits first, then who waits for it.
task(void) a, b;
async void first() {
    await sleep(1);
    await b;
}
async void second() { await a; }
a = create_task(first());
b = create_task(second());
set_name(a, "A");
set_name(b, "B");
await a;
// exit: 70
// stderr: it waits for task "A", which waits for task "B", which waits for task "A" again
// stderr:   a cycle of waits, each for the next and the last for the first:
// stderr:     "A" waits since 1.00 s for task "B": deadlock.cell.c:5:5
// stderr:     "B" waits since 0.00 s for task "A": deadlock.cell.c:7:23
// stderr:   "deadlock.cell.c" waits since 0.00 s for task "A": deadlock.cell.c:12:1
