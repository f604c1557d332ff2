// With return_exceptions it waits for all.
#include "../say.h"

async int job(int n, double seconds, bool fails) {
    await sleep(seconds);
    if (fails)
        throw error("ValueError", "job %d", n);
    return n;
}

async int main(void) {
    task(int) t[] = {spawn job(1, 3, false), spawn job(2, 1, true)};
    await gather(t, 2, .return_errors = true);
    say("%d", result(t[0]));
    say("%s", error_of(t[1]).message);
}
