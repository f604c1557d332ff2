// Nothing to gather: an empty result.
#include "../say.h"

async int main(void) {
    await gather();
    say("0 results");
}
