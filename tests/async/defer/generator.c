// Closing a generator runs its defers where it stands; a catch in it does not see it.
#include <stdio.h>

generator(int) numbers(void) {
    defer printf("closed\n");
    try {
        yield 1;
        yield 2;
    } catch (error e) {
        printf("caught %s\n", e.name);
    }
}

int main(void) {
    generator(int) g = numbers();
    printf("%d\n", next(g)); // expect: 1
    close_generator(g);      // expect: closed
    for (int x : numbers())
        printf("%d\n", x);
    return 0;
}
// expect: 1
// expect: 2
// expect: closed
