// A coroutine object that is dropped before it ran is told once for each place.
async void work(int n) { await sleep(n); }
coroutine(void) c = work(1);
c = work(2);
await c;
for (int i = 0; i < 3; i++) {
    c = work(i);
}
c = work(9);
await c;
puts("done");
// expect: done
// stderr: never_awaited.cell.c:3:21: note: this coroutine of `work` was never awaited, so nothing of it has run
// stderr: never_awaited.cell.c:7:9: note: this coroutine of `work` was never awaited
