// The first that is done; the others go on.
#include "../say.h"

async void job(int n, double seconds) {
    await sleep(seconds);
    say("job %d", n);
}

async int main(void) {
    task(void) t[3];
    for (int i = 0; i < 3; i++)
        t[i] = spawn job(i, 3 - i);
    size_t first = await wait_any(t, 3);
    say("first %zu, %d wait", first, !done(t[0]) + !done(t[1]) + !done(t[2]));
    await wait_all(t, 3);
    say("all");
}
