// Two tasks that hand each other the word through futures.
#include "../say.h"

async void play(const char *name, future(int) *mine, future(int) *theirs) {
    for (int i = 0; i < 3; i++) {
        await mine[i];
        say("%s %d", name, i);
        set_result(theirs[i], 0);
    }
}

async int main(void) {
    future(int) ping[4], pong[3];
    for (int i = 0; i < 4; i++)
        ping[i] = new_future(int);
    for (int i = 0; i < 3; i++)
        pong[i] = new_future(int);
    task(void) a = spawn play("ping", ping, pong);
    task(void) b = spawn play("pong", pong, ping + 1);
    set_result(ping[0], 0);
    await a;
    await b;
    say("end");
}
