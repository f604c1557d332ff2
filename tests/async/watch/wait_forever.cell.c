// %wait for a task that waits for what nobody will do.
future(int) never = new_future(int);
async void stuck() { await never; }
auto t = spawn stuck();
set_name(t, "stuck");
%wait
// exit: 70
// stderr: Deadlock: task "wait_forever.cell.c" can never go on: it waits for the background tasks
// stderr: "stuck" waits since 0.00 s for a future: wait_forever.cell.c:3:22
