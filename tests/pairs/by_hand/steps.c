// Step by step: each step runs to the next wait.
#include "../say.h"

async void job(future(int) f, future(int) g) {
    say("begins");
    say("got %d", await f);
    say("got %d", await g);
    say("ends");
}

async int main(void) {
    future(int) f = new_future(int), g = new_future(int);
    coroutine(void) c = job(f, g);
    next(c);
    say("it waits");
    set_result(f, 1);
    next(c);
    say("it waits");
    set_result(g, 2);
    try {
        next(c);
    } catch (error e) {
        say("%s", e.name);
    }
}
