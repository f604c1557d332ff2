// call_later and call_at by time; of equal ones the first made is first; a cancelled one is not called.
#include "../say.h"

void tell(void *text) {
    say("%s", (const char *)text);
}

async int main(void) {
    call_later(2, tell, "two");
    call_later(1, tell, "one");
    call_handle lost = call_later(1, tell, "never");
    call_at(loop_time() + 1, tell, "also one");
    call_later(0, tell, "zero");
    call_soon(tell, "soon");
    cancel_handle(lost);
    await sleep(3);
    say("end");
}
