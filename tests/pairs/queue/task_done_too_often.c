// task_done more often than put.
#include "../say.h"

async int main(void) {
    queue(int) q = new_queue(int);
    try_put(q, 1);
    await get(q);
    task_done(q);
    try {
        task_done(q);
    } catch (error e) {
        say("%s", e.name);
    }
}
