// A callback's task ends, and is collected, before the task that asked for it: that one goes on as ever.
#include <stdio.h>
#include <stdlib.h>

void callback(future(int) f) {
    printf("callback\n");
}

async int main(void) {
    future(int) f = new_future(int);
    set_result(f, 1);
    on_done(f, callback);
    await sleep(0);
    await sleep(0); // expect: callback
    void *last;
    for (int i = 0; i < 300000; i++) { // enough for a collection
        last = malloc(100);
    }
    free(last);
    printf("end\n"); // expect: end
}
