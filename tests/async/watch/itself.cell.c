// A task that awaits itself would wait for ever.
task(void) me;
async void self() { await me; }
me = create_task(self());
set_name(me, "me");
await me;
// exit: 70
// stderr: RuntimeError: task "me" cannot await itself
// stderr: in task "me", made at itself.cell.c:4:6
