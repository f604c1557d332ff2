// An error in the loop's body closes the generator on its way out.
#include "../say.h"

generator(int) numbers(void) {
    defer say("closed");
    yield 1;
    yield 2;
}

void work(void) {
    for (int x : numbers())
        throw error("ValueError", "in the body");
}

int main(void) {
    try {
        work();
    } catch (error e) {
        say("%s", e.message);
    }
}
