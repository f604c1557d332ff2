// A limit on a queue's get: no item is lost.
#include "../say.h"

async int main(void) {
    queue(int) q = new_queue(int);
    try {
        await wait_for(get(q), 1);
    } catch (error e) {
        say("nothing came");
    }
    try_put(q, 5);
    say("got %d", await wait_for(get(q), 1));
}
