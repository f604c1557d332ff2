// An error that comes before a coroutine could be awaited is told alone: that the coroutine was never awaited is no
// mistake of its own. One that was dropped without an error is still told.
async int nine(void) { return 9; }
async int sum(int n) {
    coroutine(int) c = nine();
    int rest = 10 / n;
    return rest + await c;
}
event_loop old = new_event_loop();
loop_close(old);
try {
    run_until_complete(old, nine());
} catch (error e) {
    puts(e.message); // expect: this event loop is closed; get_event_loop() gives the session's loop, which is not
}
try {
    await sum(0);
} catch (error e) {
    puts(e.name); // expect: ZeroDivisionError
}
coroutine(int) dropped = nine();
dropped = NULL;
puts("end"); // expect: end
// stderr: excused.cell.c:21:26: note: this coroutine of `nine` was never awaited
// silent: excused.cell.c:12:
// silent: excused.cell.c:5:
