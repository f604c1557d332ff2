// Several sleepers cancelled in one turn leave in the order in which they were cancelled.
#include "../say.h"

async void nap(const char *name) {
    defer say("%s leaves", name);
    await sleep(10);
}

async int main(void) {
    task(void) t[] = {spawn nap("A"), spawn nap("B"), spawn nap("C")};
    await sleep(1);
    cancel(t[2]);
    cancel(t[0]);
    cancel(t[1]);
    await wait_all(t, 3);
}
