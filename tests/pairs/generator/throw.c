// throw raises an error at the yield; caught, it gives the next value.
#include "../say.h"

generator(int) careful(void) {
    for (int i = 0; i < 5; i++) {
        try {
            yield i;
        } catch (error e) {
            if (!is_error(e, "ValueError"))
                throw;
            say("caught %s", e.message);
        }
    }
}

int main(void) {
    generator(int) g = careful();
    say("%d", next(g));
    say("%d", throw_into(g, error("ValueError", "one")));
    say("%d", next(g));
    try {
        throw_into(g, error("KeyError", "two"));
    } catch (error e) {
        say("%s came out", e.name);
    }
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}
