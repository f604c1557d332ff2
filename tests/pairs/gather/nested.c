// A gather of gathers.
#include "../say.h"

async void job(const char *name, double seconds) {
    await sleep(seconds);
    say("%s", name);
}

async int main(void) {
    await gather(gather(job("A", 2), job("B", 1)), gather(job("C", 2), job("D", 3)));
    say("end");
}
