// A plain acquire, in a function that is not async, makes the calling task wait and no other.
#include <stdio.h>

lock m;

void critical(const char *name) {
    acquire(m);
    printf("%s has it\n", name);
    run(sleep(1)); // the others go on
    release(m);
}

async void worker(const char *name) {
    critical(name);
}

async void ticker(void) {
    for (int i = 0; i < 2; i++) {
        await sleep(0.75);
        printf("tick\n");
    }
}

async int main(void) {
    m = new_lock();
    task(void) a = spawn worker("A"), b = spawn worker("B"), c = spawn ticker();
    await gather(a, b, c); // expect: A has it
    // expect: tick
    // expect: B has it
    // expect: tick
    acquire(m); // note: this call of `acquire` waits here without saying so
    return 0;
}
