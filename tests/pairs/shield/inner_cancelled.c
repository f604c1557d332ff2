// Cancelling what is behind it comes through.
#include "../say.h"

async void job(void) {
    await sleep(3);
}

async int main(void) {
    task(void) t = spawn job();
    auto s = shield(t);
    await sleep(1);
    cancel(t);
    try {
        await s;
    } catch (error e) {
        say("%s, %d %d", e.name, cancelled(t), cancelled(s));
    }
}
