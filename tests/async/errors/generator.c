// StopIteration is an error; throw_into raises one at a generator's yield.
#include <stdio.h>

generator(int) count(int n) {
    for (int i = 0; i < n; i++) {
        try {
            yield i;
        } catch (error e) {
            printf("inside: %s\n", e.message);
            yield -1;
        }
    }
}

int main(void) {
    generator(int) g = count(2);
    printf("%d\n", next(g));                              // expect: 0
                                                          // expect: inside: skip
    printf("%d\n", throw_into(g, error("Skip", "skip"))); // expect: -1
    printf("%d\n", next(g));                              // expect: 1
    try {
        next(g);
        next(g);
    } catch (error e) {
        printf("%s\n", e.name); // expect: StopIteration
    }
    generator(int) h = count(1);
    next(h);
    close_generator(h);
    try {
        throw_into(count(3), error("Early", "not begun"));
    } catch (error e) {
        printf("%s: %s\n", e.name, e.message); // expect: Early: not begun
    }
    return 0;
}
