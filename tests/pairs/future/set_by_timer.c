// Set by a timer.
#include "../say.h"

future(int) f;

void set_it(void *unused) {
    set_result(f, 42);
}

async int main(void) {
    f = new_future(int);
    call_later(2, set_it, NULL);
    say("%d", await f);
}
