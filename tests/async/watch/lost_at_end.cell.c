// An error that nobody ever looked at is told when the session ends, though the handle is still there.
int values[3];
async int fail(int at) { return values[at]; }
auto t = create_task(fail(5));
set_name(t, "T");
await sleep(1);
puts("end");
// expect: end
// stderr: lost_at_end.cell.c:3:33: error: IndexError
// stderr: in task "T", made at lost_at_end.cell.c:4:10
// stderr: nobody awaits this task, so its error is shown here
