// A coroutine object is used once: the second await says where the first was.
async int work(int n) {
    return n;
}
coroutine(int) c = work(1);
await c;
await c; // trap: this coroutine of `work` was awaited already
// stderr: it was first used here: awaited_twice.cell.c:6:1
