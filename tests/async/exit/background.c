// exit() ends the program, not only the task that calls it: the cell's task ends at its wait, its defers run.
#include <stdio.h>
#include <stdlib.h>

async void leave(void) {
    await sleep(1);
    printf("leaving\n"); // expect: leaving
    exit(3);             // exit: 3
}

async int main(void) {
    defer printf("defer\n"); // expect: defer
    spawn leave();
    try {
        await sleep(5);
    } catch (error e) {
        printf("caught %s\n", e.name);
    }
    printf("not reached\n");
    return 0;
}
