// %schedule prints which of the ready tasks ran, choice by choice.
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
%schedule
// expect: a0 b0 a1 b1 b2 
// expect: %%schedule "A B A B A B 0"
