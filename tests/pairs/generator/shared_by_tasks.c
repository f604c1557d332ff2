// One generator that two tasks take from.
#include "../say.h"

generator(int) count(int n) {
    for (int i = 0; i < n; i++)
        yield i;
}

async void takes(const char *name, generator(int) g) {
    for (int i : g) {
        say("%s%d", name, i);
        await sleep(0);
    }
}

async int main(void) {
    generator(int) g = count(5);
    await gather(takes("A", g), takes("B", g));
}
