// Two loops, one generator each; break leaves the inner one only.
#include "../say.h"

generator(int) numbers(const char *name) {
    defer say("%s closed", name);
    for (int i = 0; i < 3; i++)
        yield i;
}

int main(void) {
    for (int x : numbers("outer")) {
        for (int y : numbers("inner")) {
            say("%d %d", x, y);
            if (y == x)
                break;
        }
    }
    say("end");
}
