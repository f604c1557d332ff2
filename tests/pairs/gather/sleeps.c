// Library calls as arguments: they are waits like any other.
#include "../say.h"

async int main(void) {
    await gather(sleep(1), sleep(2));
    say("both");
    await wait_for(sleep(1), 5);
    say("and one");
}
