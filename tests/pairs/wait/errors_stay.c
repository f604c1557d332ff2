// Waiting for all takes no part in their errors.
#include "../say.h"

async void bad(void) {
    await sleep(1);
    throw error("ValueError", "bad");
}

async void good(void) {
    await sleep(2);
}

async int main(void) {
    task(void) t[] = {spawn bad(), spawn good()};
    await wait_all(t, 2);
    say("%s", error_of(t[0]).name);
    say("%d", error_of(t[1]) == NULL);
}
