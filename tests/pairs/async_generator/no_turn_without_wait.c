// One that does not wait takes no turn.
#include "../say.h"

async generator(int) count(int n) {
    for (int i = 0; i < n; i++)
        yield i;
}

async void other(void) {
    say("other");
}

async int main(void) {
    task(void) t = spawn other();
    for await (int i : count(3))
        say("%d", i);
    say("end");
    await t;
}
