// Under await a command holds up its own task alone: another one makes what the command waits for.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/cora-test-XXXXXX";

async int command(const char *format) {
    char text[200];
    snprintf(text, sizeof text, format, path);
    return await system(text);
}

async int main(void) {
    snprintf(path, sizeof path, "/tmp/cora-test-%d", getpid() % 1000000);
    task(int) waits, makes;
    taskgroup { // if no file is made, nobody waits for it
        waits = spawn command("while [ ! -e %s ]; do sleep 0.01; done; echo found");
        makes = spawn command("echo made; sleep 0.05; : > %s"); // expect: made
    }
    printf("%d %d\n", await makes, await waits);
    // expect: found
    // expect: 0 0
    unlink(path);

    // A command that nobody waits for any more is told to end.
    task(int) endless = spawn system("trap 'echo ended' TERM; sleep 1000 & wait; kill $!");
    await sleep(0);
    cancel(endless);
    try {
        await endless;
    } catch (error e) {
        printf("%s\n", e.name); // expect: CancelledError
    }
    return 0;
}
