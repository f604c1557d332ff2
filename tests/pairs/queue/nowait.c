// What does not wait says no.
#include "../say.h"

async int main(void) {
    queue(int) q = new_queue(int, 1);
    int x = 0;
    if (!try_get(q, &x))
        say("empty");
    try_put(q, 1);
    if (!try_put(q, 2))
        say("full");
    bool is_full = full(q), is_empty = empty(q);
    try_get(q, &x);
    say("%d %d %d", is_full, is_empty, x);
}
