// It runs once.
#include "../say.h"

async void job(void) {
    say("runs");
}

async int main(void) {
    coroutine(void) c = job();
    await c;
    try {
        await c;
    } catch (error e) {
        say("an error");
    }
}
