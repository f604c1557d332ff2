// An error in a callback has no task the learner knows of: the story names where it was set.
int values[3];
void late(void *p) { values[*(int *)p] = 1; }
int at = 7;
call_later(1, late, &at);
await sleep(2);
puts("on");
// expect: on
// stderr: callback_error.cell.c:3:22: error: IndexError
// stderr: in late(p=&at)
// stderr: in a callback of the loop, set at callback_error.cell.c:5:1
// stderr: nobody awaits a callback, so its error is shown here
