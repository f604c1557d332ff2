// A catch inside a catch: throw; is about the innermost one; an error in a handler leaves it.
#include <stdio.h>

int main(void) {
    try {
        try {
            throw error("First", "1");
        } catch (error a) {
            try {
                throw error("Second", "2");
            } catch (error b) {
                printf("%s %s\n", a.name, b.name); // expect: First Second
            }
            throw;
        }
    } catch (error e) {
        printf("%s\n", e.name); // expect: First
    }
    try {
        try {
            throw error("First", "1");
        } catch (error e) {
            throw error("Third", "after %s", e.name);
        }
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message); // expect: Third: after First
    }
    for (int i = 0; i < 4; i++) {
        try {
            if (i == 1)
                continue;
            if (i == 3)
                break;
            if (i == 2)
                throw error("Loop", "%d", i);
            printf("body %d\n", i); // expect: body 0
        } catch (error e) {
            printf("%s %s\n", e.name, e.message); // expect: Loop 2
        }
    }
    return 0;
}
