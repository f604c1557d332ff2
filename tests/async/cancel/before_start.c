// A task that is cancelled before its first turn never runs.
#include <stdio.h>

async void never(void) {
    printf("ran\n");
}

async int main(void) {
    task(void) t = spawn never();
    printf("%d\n", cancel(t));    // expect: 1
    await sleep(0);
    printf("%d %d\n", done(t), cancelled(t)); // expect: 1 1
    return 0;
}
