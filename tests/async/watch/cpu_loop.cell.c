// Under the virtual clock computing takes no time: no note depends on the machine.
// stress: a collection at every one of 40 million back edges
async void nap() { await sleep(0.01); }
unsigned long sum = 0;
async void spin() {
    for (unsigned i = 0; i < 40000000; i++) {
        sum += i;
    }
}
auto b = spawn nap();
auto c = spawn spin();
await c;
puts("spun");
// expect: spun
// exit: 0
