// A generator runs when it is asked, in the middle of who asks.
#include "../say.h"

generator(int) count(int n) {
    for (int i = 0; i < n; i++) {
        say("makes %d", i);
        yield i;
    }
    say("has no more");
}

int main(void) {
    for (int x : count(3))
        say("takes %d", x);
    say("end");
}
