// Two tasks, each with a generator of its own.
#include "../say.h"

generator(int) count(int n) {
    for (int i = 0; i < n; i++)
        yield i;
}

async void show(const char *name, int n) {
    for (int i : count(n)) {
        say("%s%d", name, i);
        await sleep(1);
    }
}

async int main(void) {
    await gather(show("A", 3), show("B", 2));
}
