// What is left when main ends.
// differs: when main returns the program ends, as C's does; a `taskgroup` waits for its tasks. Python's
// run() cancels what is left and waits for it. (In a notebook, tasks go on behind their cell.)
#include "../say.h"

async void stays(void) {
    defer say("leaves");
    await sleep(5);
    say("slept");
}

async int main(void) {
    create_task(stays());
    await sleep(1);
    say("main ends");
}

// expect: 1 main ends
