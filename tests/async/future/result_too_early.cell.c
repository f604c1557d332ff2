// A result that is asked for before it is there.
async int slow(void) { await sleep(1); return 3; }
task(int) t = spawn slow();
result(t);
// stderr: InvalidStateError: the task is not done: it has no result yet
// stderr: `await` waits for it and gives the result; `done(...)` asks
// exit: 70
