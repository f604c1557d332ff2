// The sleep ends at the very moment of the deadline, whose timer is the older.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            await sleep(1);
            say("slept");
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
