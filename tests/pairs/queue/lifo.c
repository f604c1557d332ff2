// The last one in is the first one out.
#include "../say.h"

async int main(void) {
    queue(int) q = new_lifo_queue(int);
    for (int i = 0; i < 4; i++)
        await put(q, i);
    while (!empty(q))
        say("%d", await get(q));
}
