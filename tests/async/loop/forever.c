// run_forever returns when somebody calls stop; the tasks of others have run meanwhile.
#include <stdio.h>

async void ticker(event_loop loop) {
    for (int i = 0; i < 3; i++) {
        await sleep(1);
        printf("tick\n");
    }
    stop(loop);
}

int main(void) {
    event_loop loop = get_event_loop();
    create_task(ticker(loop));
    run_forever(loop); // expect: tick
                       // expect: tick
                       // expect: tick
    printf("%.1f\n", loop_time()); // expect: 3.0
    return 0;
}
