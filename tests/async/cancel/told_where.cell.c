// A cancellation that nobody catches says which call asked for it, also through those that awaited the task.
async void work(void) { await sleep(10); }
async void outer(void) { await work(); }
task(void) t = create_task(outer());
await sleep(1);
cancel(t);
try {
    await t;
} catch (error e) {
    puts(e.name); // expect: CancelledError
}
task(void) u = create_task(outer());
await sleep(1);
cancel(u);
await u;
// stderr: error: CancelledError: the task was cancelled
// stderr: this cancelled it: told_where.cell.c:14:1
// exit: 70
