// Awaiting a coroutine that does not wait lets nobody else run.
#include "../say.h"

async void other(void) {
    say("other");
}

async int quick(int n) {
    say("quick %d", n);
    return n;
}

async int main(void) {
    task(void) t = spawn other();
    await quick(1);
    await quick(2);
    say("before the wait");
    await t;
    say("after");
}
