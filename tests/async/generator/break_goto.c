// Every way out of a loop closes the generator that was made in its header: goto and continue of an outer loop, too.
#include <stdio.h>

generator(int) numbers(const char *name) {
    defer printf("%s closed\n", name);
    for (int i = 0; i < 3; i++)
        yield i;
}

generator(int) passed_on(generator(int) g) {
    return g;
}

int main(void) {
    for (int round = 0; round < 2; round++) {
        for (int x : numbers("a")) {
            printf("%d %d\n", round, x);
            if (round == 0)
                goto next;
        }
    next:;
    }
    // expect: 0 0
    // expect: a closed
    // expect: 1 0
    // expect: 1 1
    // expect: 1 2
    // expect: a closed
    generator(int) g = numbers("b");
    for (int x : passed_on(g)) { // somebody else's: stays open
        printf("%d\n", x);       // expect: 0
        break;
    }
    printf("%d\n", next(g)); // expect: 1
    close_generator(g);      // expect: b closed
    return 0;
}
