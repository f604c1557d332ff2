// Closing one that has not begun.
#include "../say.h"

async void job(void) {
    say("never");
}

async int main(void) {
    coroutine(void) c = job();
    close_coroutine(c);
    try {
        await c;
    } catch (error e) {
        say("an error");
    }
}
