// Futures that the program makes.
#include "../say.h"

void set_ten(void *f) {
    set_result(*(future(int) *)f, 10);
}

void set_twenty(void *f) {
    set_result(*(future(int) *)f, 20);
}

async int main(void) {
    future(int) f[] = {new_future(int), new_future(int)};
    call_later(2, set_ten, &f[0]);
    call_later(1, set_twenty, &f[1]);
    int *r = await gather(f, 2);
    say("%d %d", r[0], r[1]);
}
