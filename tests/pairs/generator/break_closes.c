// Leaving the loop by break closes the generator that it made.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    for (int i = 0; i < 9; i++)
        yield i;
}

int main(void) {
    for (int x : numbers()) {
        say("%d", x);
        if (x == 2)
            break;
    }
    say("behind");
}
