// A blocking call: measured, with the place and the names of all that could have run.
async void tick(void) {
    await sleep(0.5);
}
auto b = create_task(tick(), .name = "B");
auto c = create_task(tick(), .name = "C");
sleep(1); // note: sleep(1) at blocked.cell.c:7 blocked the loop for 1.00 s; "B" and "C" were ready
done(b)
// expect: false
