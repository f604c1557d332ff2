// %loop: what the loop has to do, and what held it up longest.
async void nap(double seconds) { await sleep(seconds); }
auto a = spawn nap(1);
auto b = spawn nap(9);
await sleep(0);
%loop
sleep(2); // stderr: loop.cell.c:7:1: note: sleep(2) at loop.cell.c:7 blocked the loop for 2.00 s; "Task-2" was ready
%loop
// expect: clock          virtual, 0.00 s
// expect: tasks          3 (2 in the background)
// expect: ready          0
// expect: timers         2
// expect: I/O in flight  0
// expect: longest block  none: no plain wait has held others up
// expect: clock          virtual, 2.00 s
// expect: tasks          3 (2 in the background)
// expect: ready          0
// expect: timers         2
// expect: I/O in flight  0
// expect: longest block  2.00 s, sleep(2) at loop.cell.c:7 in task "loop.cell.c"
