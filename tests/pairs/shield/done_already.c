// A shield around what is done.
#include "../say.h"

async int value_of(void) {
    return 2;
}

async int main(void) {
    task(int) t = spawn value_of();
    await sleep(0);
    say("%d", await shield(t));
}
