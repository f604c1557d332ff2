%%schedule "B*3 A*2"
// The schedule written by hand: all of B, then all of A.
async void say(const char *text, int times) {
    for (int i = 0; i < times; i++) {
        printf("%s%d ", text, i);
        await sleep(0);
    }
}
auto a = create_task(say("a", 2)), b = create_task(say("b", 3));
set_name(a, "A");
set_name(b, "B");
await gather(a, b);
puts("");
// expect: b0 b1 b2 a0 a1 
