// throw; and throw e; go on with the same error; the traceback is where it was thrown first.
#include <stdio.h>

void bottom(void) {
    throw error("KeyError", "no such key"); // trap: no such key
}

void middle(void) {
    try {
        bottom();
    } catch (error e) {
        printf("middle saw %s\n", e.name); // expect: middle saw KeyError
        throw;
    }
}

void top(void) {
    try {
        middle();
    } catch (error e) {
        printf("top saw %s\n", e.name); // expect: top saw KeyError
        throw e;
    }
}

int main(void) {
    top();
}
// stderr: bottom
