// On the real clock: a loop that never awaits is told, with who could have run meanwhile.
async void nap() { await sleep(0.1); }
async void spin() {
    double end = loop_time(get_event_loop()) + 0.2;
    while (loop_time(get_event_loop()) < end) {
    }
}
auto b = spawn nap();
set_name(b, "B");
auto c = spawn spin();
await c;
// stderr: note: this ran 0.
// stderr: s without an await while "B" was ready
