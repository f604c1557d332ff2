// A deadline has passed, and before the task runs it is cancelled as a whole: the wider reason is thrown.
#include <stdio.h>

async void work(void) {
    deadline (2) {
        try {
            await sleep(9);
        } catch (error e) {
            printf("%s at %.0f\n", e.name, loop_time());
            throw;
        }
    } else {
        printf("not reached\n");
    }
}

async int main(void) {
    task(void) t = spawn work();
    await sleep(2); // its timer is the older one: main runs first
    cancel(t);
    await sleep(1); // expect: CancelledError at 2
    printf("%d\n", cancelled(t)); // expect: 1
    return 0;
}
