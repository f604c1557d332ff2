// sleep(0) gives every other ready task one turn.
#include "../say.h"

async void count(const char *name, int n) {
    for (int i = 0; i < n; i++) {
        say("%s%d", name, i);
        await sleep(0);
    }
}

async int main(void) {
    await gather(count("A", 3), count("B", 2), count("C", 4));
    say("end");
}
