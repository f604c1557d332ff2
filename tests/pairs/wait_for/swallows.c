// A job that swallows the cancellation has its say.
#include "../say.h"

async int job(void) {
    try {
        await sleep(5);
    } catch (error e) {
        say("swallowed");
    }
    return 6;
}

async int main(void) {
    try {
        say("%d", await wait_for(job(), 1));
    } catch (error e) {
        say("%s", e.name);
    }
}
