// call_soon's calls stand in one queue with the tasks.
#include "../say.h"

void tell(void *text) {
    say("%s", (const char *)text);
}

async void work(void) {
    say("task");
}

async int main(void) {
    call_soon(tell, "first");
    task(void) t = spawn work();
    call_soon(tell, "second");
    await t;
    say("main");
    await sleep(0);
    say("end");
}
