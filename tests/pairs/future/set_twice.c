// A result is set once.
#include "../say.h"

async int main(void) {
    future(int) f = new_future(int);
    set_result(f, 1);
    try {
        set_result(f, 2);
    } catch (error e) {
        say("%s", e.name);
    }
    try {
        set_error(f, error("ValueError", "x"));
    } catch (error e) {
        say("%s", e.name);
    }
    say("%d", await f);
}
