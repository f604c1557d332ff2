// A deadline around a group: its task that is left is cancelled.
#include "../say.h"

async void job(const char *name, double seconds) {
    try {
        await sleep(seconds);
        say("%s ends", name);
    } catch (error e) {
        say("%s told", name);
        throw;
    }
}

async int main(void) {
    try {
        deadline (2) {
            taskgroup {
                spawn job("A", 1);
                spawn job("B", 3);
            }
        }
    } catch (error e) {
        say("%s", e.name);
    }
}
