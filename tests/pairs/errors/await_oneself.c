// A task that awaits itself.
#include "../say.h"

task(void) t;

async void work(void) {
    try {
        await t;
    } catch (error e) {
        say("%s", e.name);
    }
}

async int main(void) {
    t = spawn work();
    await t;
}
