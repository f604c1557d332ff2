// No time at all: a coroutine never begins.
#include "../say.h"

async void job(void) {
    say("begins");
}

async int main(void) {
    try {
        await wait_for(job(), 0);
    } catch (error e) {
        say("%s", e.name);
    }
}
