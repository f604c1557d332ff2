// A generator that asks itself.
// differs: it is the error of everything that is asked at the wrong moment. Python says ValueError.
#include "../say.h"

generator(int) g;

generator(int) itself(void) {
    yield next(g);
}

int main(void) {
    g = itself();
    try {
        next(g);
    } catch (error e) {
        say("%s", e.name);
    }
}

// expect: 0 InvalidStateError
