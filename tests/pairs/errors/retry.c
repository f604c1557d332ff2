// Three tries with a pause that doubles.
#include "../say.h"

int tries;

async int flaky(void) {
    tries++;
    await sleep(0.5);
    if (tries < 3)
        throw error("ConnectionError", "try %d", tries);
    return tries;
}

async int main(void) {
    double pause = 1;
    for (;;) {
        try {
            say("worked at try %d", await flaky());
            return 0;
        } catch (error e) {
            say("%s", e.message);
            await sleep(pause);
            pause *= 2;
        }
    }
}
