// Tasks start in the order in which they were made, and not before somebody waits.
#include "../say.h"

async void work(const char *name) {
    say("%s begins", name);
    await sleep(0);
    say("%s ends", name);
}

async int main(void) {
    task(void) tasks[] = {spawn work("A"), spawn work("B"), spawn work("C")};
    say("made");
    for (task(void) t : tasks)
        await t;
    say("end");
}
