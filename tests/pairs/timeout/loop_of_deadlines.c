// One deadline after the other.
#include "../say.h"

async int main(void) {
    for (int i = 0; i < 4; i++) {
        deadline (1) {
            await sleep(0.5 * i);
            say("%d in time", i);
        } else {
            say("%d too late", i);
        }
    }
}
