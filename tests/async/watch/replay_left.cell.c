%%schedule "B C"
// A schedule that does not fit says where, and the run goes on first in, first out.
async void say(const char *text) { puts(text); }
auto a = create_task(say("a")), b = create_task(say("b"));
set_name(a, "A");
set_name(b, "B");
await a;
// expect: b
// expect: a
