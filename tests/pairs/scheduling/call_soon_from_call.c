// What a callback schedules runs in the next turn, behind what was there.
#include "../say.h"

void chain(void *pointer) {
    int *n = pointer;
    say("link %d", *n);
    if ((*n)++ < 3)
        call_soon(chain, n);
}

void tell(void *text) {
    say("%s", (const char *)text);
}

async int main(void) {
    int n = 0;
    call_soon(chain, &n);
    call_soon(tell, "beside");
    for (int i = 0; i < 4; i++) {
        say("turn %d", i);
        await sleep(0);
    }
    say("end");
}
