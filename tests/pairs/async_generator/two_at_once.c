// Two tasks, each with one.
#include "../say.h"

async generator(int) ticks(const char *name, int n, double seconds) {
    for (int i = 0; i < n; i++) {
        await sleep(seconds);
        say("%s makes %d", name, i);
        yield i;
    }
}

async void show(const char *name, int n, double seconds) {
    for await (int i : ticks(name, n, seconds))
        say("%s takes %d", name, i);
}

async int main(void) {
    await gather(show("A", 3, 1), show("B", 2, 1.5));
}
