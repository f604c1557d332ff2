// Ready tasks run first in, first out; sleep(0) goes behind those that are ready.
#include <stdio.h>

async void worker(const char *name) {
    for (int i = 0; i < 2; i++) {
        printf("%s%d\n", name, i);
        await sleep(0);
    }
}

async int main(void) {
    task(void) a = spawn worker("A");
    task(void) b = spawn worker("B");
    task(void) c = spawn worker("C");
    printf("made\n"); // expect: made
    await a;          // expect: A0
    await b;          // expect: B0
    await c;          // expect: C0
                      // expect: A1
                      // expect: B1
                      // expect: C1
    return 0;
}
