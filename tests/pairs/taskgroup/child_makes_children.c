// A child's own group inside a group.
#include "../say.h"

async void leaf(char name, int number, double seconds) {
    await sleep(seconds);
    say("leaf %c%d", name, number);
}

async void branch(char name) {
    taskgroup {
        spawn leaf(name, 1, 2);
        spawn leaf(name, 2, 1);
    }
    say("branch %c", name);
}

async int main(void) {
    taskgroup {
        spawn branch('A');
        spawn branch('B');
    }
    say("end");
}
