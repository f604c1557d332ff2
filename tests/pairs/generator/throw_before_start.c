// throw into one that has not begun: it never does.
#include "../say.h"

generator(int) never(void) {
    say("begins");
    yield 1;
}

int main(void) {
    generator(int) g = never();
    try {
        throw_into(g, error("ValueError", "early"));
    } catch (error e) {
        say("%s", e.name);
    }
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}
