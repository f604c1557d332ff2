// A call_later(0) is a timer: it comes a turn after call_soon.
#include "../say.h"

void tell(void *text) {
    say("%s", (const char *)text);
}

async int main(void) {
    call_later(0, tell, "later 0");
    call_soon(tell, "soon 1");
    await sleep(0);
    say("turn");
    call_soon(tell, "soon 2");
    await sleep(0);
    say("turn");
    await sleep(0);
    say("end");
}
