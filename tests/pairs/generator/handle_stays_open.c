// One that has a name is left open by break, and goes on.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    for (int i = 0; i < 5; i++)
        yield i;
}

int main(void) {
    generator(int) g = numbers();
    for (int x : g) {
        say("first loop %d", x);
        if (x == 1)
            break;
    }
    say("between");
    for (int x : g)
        say("second loop %d", x);
    say("end");
}
