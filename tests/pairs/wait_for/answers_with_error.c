// A job that answers the cancellation with an error.
#include "../say.h"

async void job(void) {
    try {
        await sleep(5);
    } catch (error e) {
        throw error("ValueError", "in the way");
    }
}

async int main(void) {
    try {
        await wait_for(job(), 1);
    } catch (error e) {
        say("%s", e.name);
    }
}
