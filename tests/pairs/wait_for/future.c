// A plain future that nobody sets is cancelled at the limit.
#include "../say.h"

async int main(void) {
    future(int) f = new_future(int);
    try {
        await wait_for(f, 1);
    } catch (error e) {
        say("%s, cancelled %d", e.name, cancelled(f));
    }
}
