// Closing a loop object cancels its tasks; the session has its loop still, and a fresh handle of it.
#include <stdio.h>

async void hello(void) {
    printf("Hello, World!\n");
}

async void forever(void) {
    defer printf("cancelled\n");
    await sleep(1e6);
}

int main(void) {
    event_loop loop = get_event_loop();
    printf("%d %d\n", loop_is_running(loop), loop_is_closed(loop)); // expect: 1 0
    run_until_complete(loop, hello());                              // expect: Hello, World!
    task(void) t = create_task(forever());
    run(hello()); // expect: Hello, World!
    loop_close(loop);
    run(hello()); // expect: cancelled
                  // expect: Hello, World!
    printf("%d %d\n", cancelled(t), loop_is_closed(loop)); // expect: 1 1
    event_loop fresh = get_event_loop();
    printf("%d %d\n", fresh == loop, loop_is_closed(fresh)); // expect: 0 0
    run_until_complete(fresh, hello());                      // expect: Hello, World!
    event_loop own = new_event_loop();
    set_event_loop(own);
    printf("%d\n", get_event_loop() == own); // expect: 1
    run_until_complete(own, hello());        // expect: Hello, World!
    return 0;
}
