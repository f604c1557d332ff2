// %pstree: who waits for whom; one that two wait for is drawn once; a ring closes.
task(void) ring, shared;
async void nap(double seconds) { await sleep(seconds); }
async void wait_shared() { await shared; }
async void both() { await gather(create_task(nap(2)), create_task(wait_shared())); }
async void back() { await ring; }
async void start_ring() { auto b = create_task(back()); set_name(b, "back"); await b; }
shared = create_task(nap(5));
set_name(shared, "shared");
auto a = create_task(both());
set_name(a, "A");
auto b = create_task(wait_shared());
set_name(b, "B");
ring = create_task(start_ring());
set_name(ring, "ring");
await sleep(1);
%pstree
// expect: pstree.cell.c   running
// expect: "A"             waiting: gather, since 0.00 s
// expect: ├─ "Task-6"     waiting: sleep until 2.00, since 0.00 s
// expect: └─ "Task-7"     waiting: task "shared", since 0.00 s
// expect:    └─ "shared"  waiting: sleep until 5.00, since 0.00 s
// expect: "B"             waiting: task "shared", since 0.00 s
// expect: └─ "shared"     (shown above)
// expect: "ring"          waiting: task "back", since 0.00 s
// expect: └─ "back"       waiting: task "ring", since 0.00 s
// expect:    └─ "ring"    a cycle: back to the same task above
