// Setting one that was cancelled.
#include "../say.h"

async int main(void) {
    future(int) f = new_future(int);
    cancel(f);
    try {
        set_result(f, 1);
    } catch (error e) {
        say("%s", e.name);
    }
}
