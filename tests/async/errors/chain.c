// The report has the stack of the failure and those who waited for it, through tasks and groups.
async void bad(void) {
    await sleep(1);
    throw error("Bad", "x %d", 3); // trap: Bad: x 3
}
async void group(void) {
    taskgroup {
        spawn bad();
        await sleep(10);
    }
}
async void outer(void) {
    task(void) t = spawn group();
    await t;
}
async int main(void) {
    await outer();
    return 0;
}
// stderr: in task "Task-3", made at chain.c:8:9
// stderr: awaited at chain.c:7:5
// stderr: in task "Task-2", made at chain.c:13:20
// stderr: awaited at chain.c:14:5
// stderr: in outer(), awaited at chain.c:17:11
