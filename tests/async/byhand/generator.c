// next, try_next, send and close: a generator by hand.
#include <stdio.h>

generator(int) count(int n) {
    defer printf("closed\n");
    for (int i = 0; i < n; i++)
        yield i;
}

generator(int, int) adder(void) {
    int sum = 0;
    for (;;)
        sum += yield sum;
}

int main(void) {
    generator(int) g = count(2);
    int x = -1;
    printf("%d\n", next(g));                     // expect: 0
    bool more = try_next(g, &x);
    printf("%d %d\n", more, x);                  // expect: 1 1
    more = try_next(g, &x);                      // expect: closed
    printf("%d %d\n", more, x);                  // expect: 0 1
    generator(int, int) a = adder();
    next(a);
    send(a, 5);
    printf("%d\n", send(a, 7)); // expect: 12
    generator(int) h = count(9);
    next(h);
    close_generator(h);                          // expect: closed
    printf("%d\n", try_next(h, &x));             // expect: 0
    return 0;
}
