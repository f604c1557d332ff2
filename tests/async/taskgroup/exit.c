// exit() inside a group ends the program; the tasks' defers are run as far as they can.
#include <stdio.h>
#include <stdlib.h>

async void work(void) {
    await sleep(10);
    printf("not reached\n");
}

async int main(void) {
    taskgroup {
        defer printf("body\n"); // expect: body
        spawn work();
        await sleep(1);
        exit(5); // exit: 5
    }
}
