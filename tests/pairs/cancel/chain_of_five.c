// Through a chain of tasks, from the inside out, a turn each.
#include "../say.h"

async void link_of(int n) {
    defer say("link %d leaves", n);
    if (n == 0)
        await sleep(10);
    else
        await spawn link_of(n - 1);
}

async int main(void) {
    task(void) t = spawn link_of(4);
    await sleep(1);
    cancel(t);
    int turns = 0;
    while (!done(t)) {
        await sleep(0);
        turns++;
    }
    say("%d turns", turns);
}
