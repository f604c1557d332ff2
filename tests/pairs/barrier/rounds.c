// So many at a time; each gets a number of its own.
#include "../say.h"

async void work(const char *name, double seconds, barrier b) {
    await sleep(seconds);
    long i = await wait(b);
    say("%s passes, %ld", name, i);
}

async int main(void) {
    barrier b = new_barrier(2);
    await gather(work("A", 1, b), work("B", 2, b), work("C", 3, b), work("D", 4, b));
    say("%ld wait", n_waiting(b));
}
