// A cell that has ended cannot be ended again: exit() in what it left behind is told, and is no error.
#include <stdlib.h>

async void leave(void) {
    await sleep(1);
    exit(3); // note: exit() has ended this task; the session goes on
}
spawn leave();
