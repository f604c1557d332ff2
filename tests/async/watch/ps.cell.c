// %ps: every task with what it waits for, since when, and where it is.
async void nap(double seconds) { await sleep(seconds); }
async void both() { await gather(create_task(nap(2)), create_task(nap(3))); }
auto a = create_task(both());
set_name(a, "A");
await sleep(1);
auto late = spawn nap(9);
set_name(late, "spät");
%ps
// expect: id  name       state        waiting on         since  cell       line
// expect:  1  ps.cell.c  running                                ps.cell.c  ps.cell.c:9
// expect:  2  A          waiting      gather            0.00 s  ps.cell.c  ps.cell.c:3
// expect:  3  Task-3     waiting      sleep until 2.00  0.00 s  ps.cell.c  ps.cell.c:2
// expect:  4  Task-4     waiting      sleep until 3.00  0.00 s  ps.cell.c  ps.cell.c:2
// expect:  5  spät       not started                            ps.cell.c  ps.cell.c:7
