// %cancel: by id, by name, by cell, all; never a cell.
async void nap(const char *name) { defer printf("%s ends\n", name); await sleep(9); }
auto a = create_task(nap("a"));
auto b = create_task(nap("b"));
set_name(b, "B");
auto c = create_task(nap("c"));
auto d = create_task(nap("d"));
await sleep(1);
%cancel 2
%cancel B
await sleep(0);
%cancel cell cancel.cell.c
await sleep(0);
%cancel
%cancel 1
// expect: cancelled 1 task: "Task-2"
// expect: cancelled 1 task: "B"
// expect: a ends
// expect: b ends
// expect: cancelled 2 tasks: "Task-4", "Task-5"
// expect: c ends
// expect: d ends
// expect: no background task to cancel
// exit: 70
// stderr: task 1 is a cell; interrupting stops it, %cancel ends what cells leave behind
