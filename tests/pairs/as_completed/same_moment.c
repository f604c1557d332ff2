// Done at the same moment: in the order of their ends.
#include "../say.h"

async int job(int name) {
    await sleep(1);
    return name;
}

async int main(void) {
    task(int) t[] = {spawn job('A'), spawn job('B'), spawn job('C')};
    future(int) *f = as_completed(t, 3);
    for (int i = 0; i < 3; i++) {
        say("one is done");
        await f[i];
    }
    say("end");
}
