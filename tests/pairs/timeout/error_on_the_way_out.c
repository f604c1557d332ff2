// The deadline passes, and the clean-up fails: its error goes on.
#include "../say.h"

async int main(void) {
    try {
        deadline (1) {
            try {
                await sleep(5);
            } catch (error e) {
                throw error("ValueError", "clean-up");
            }
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
