// call_soon, call_later, call_at; a cancelled handle is never called.
#include <stdio.h>

void say(void *text) {
    printf("%s at %.1f\n", (char *)text, loop_time());
}

call_handle itself;

void cancels_itself(void *unused) {
    printf("too late: %d\n", cancel_handle(itself));
}

async int main(void) {
    event_loop loop = get_event_loop();
    call_later(2, say, "later");
    call_soon(say, "soon");
    call_at(loop_time() + 1, say, "at");
    call_handle h = call_later(loop, 1.5, say, "never");
    call_soon(loop, say, "soon too");
    printf("%d\n", cancel_handle(h)); // expect: 1
    printf("%d\n", cancel_handle(h)); // expect: 0
    await sleep(3);
    // expect: soon at 0.0
    // expect: soon too at 0.0
    // expect: at at 1.0
    // expect: later at 2.0
    itself = call_soon(cancels_itself, NULL);
    await sleep(0); // expect: too late: 0
    printf("%zu\n", all_tasks(NULL, 0)); // expect: 1
    return 0;
}
