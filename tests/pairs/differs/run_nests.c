// run() inside what runs already.
// differs: run() works everywhere: the calling task waits, others go on. In Python a loop that is running
// cannot be run.
#include "../say.h"

async int inner(void) {
    await sleep(1);
    return 5;
}

async int main(void) {
    coroutine(int) c = inner();
    try {
        say("%d", run(c));
    } catch (error e) {
        say("%s", e.name);
    }
}

// expect: 1 5
