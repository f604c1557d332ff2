// Under await a stream from a command holds up its own task alone.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/cora-test-XXXXXX";

async void reader(void) {
    char command[200], line[100];
    snprintf(command, sizeof command, "while [ ! -e %s ]; do sleep 0.01; done; echo found", path);
    FILE *p = popen(command, "r");
    printf("%s", await fgets(line, sizeof line, p));
    int status = await pclose(p);
    printf("%d\n", status);
}

async void takes(FILE *p) {
    while (await fgetc(p) != EOF)
        ;
}

async int main(void) {
    snprintf(path, sizeof path, "/tmp/cora-test-%d", getpid() % 1000000);
    task(void) t = spawn reader();
    await sleep(0);
    puts("made"); // expect: made
    fclose(fopen(path, "w"));
    await t;
    // expect: found
    // expect: 0
    unlink(path);

    // A wait that is given up ends the command.
    FILE *p = popen("trap 'echo ended >&2; exit 3' TERM; echo ready; sleep 1000 & wait", "r");
    await fgetc(p);
    t = spawn takes(p);
    await sleep(0);
    cancel(t);
    try {
        await t;
    } catch (error e) {
        printf("%s\n", e.name); // expect: CancelledError
    }
    int status = await pclose(p); // stderr: ended
    printf("%d\n", status >> 8); // expect: 3

    // Two tasks do not wait for one command.
    p = popen("sleep 1000", "r");
    t = spawn takes(p);
    await sleep(0);
    try {
        await fgetc(p);
    } catch (error e) {
        printf("%s\n", e.name); // expect: RuntimeError
    }
    cancel(t);
    return 0;
}
