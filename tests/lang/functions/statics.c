#include <stdio.h>

static int counter(void) {
    static int n = 10;
    return n++;
}
static const char *day(int i) {
    static const char *const names[] = {"mon", "tue", "wed"};
    return names[i % 3];
}
static int *slot(void) {
    static int value;
    return &value;
}
static int fib(int n) {
    static int memo[50];
    if (n < 2) return n;
    if (memo[n]) return memo[n];
    return memo[n] = fib(n - 1) + fib(n - 2);
}

int main(void) {
    counter();
    counter();
    printf("%d\n", counter()); // expect: 12
    printf("%s %s\n", day(1), day(5)); // expect: tue wed
    *slot() = 5;
    ++*slot();
    printf("%d\n", *slot()); // expect: 6
    printf("%d\n", fib(40)); // expect: 102334155
    for (int i = 0; i < 3; i++) {
        static int calls;
        calls += i;
        if (i == 2) printf("%d\n", calls); // expect: 3
    }
    return 0;
}
