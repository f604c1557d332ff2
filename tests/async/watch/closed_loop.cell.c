// A closed loop's handle: a clear error that says where it was closed; the session's loop goes on.
async int nine(void) {
    return 9;
}
event_loop old = new_event_loop();
loop_close(old);
try {
    run_until_complete(old, nine());
} catch (error e) {
    puts(e.message); // expect: this event loop is closed; get_event_loop() gives the session's loop, which is not
}
run_until_complete(get_event_loop(), nine())
// expect: 9
