// An argument from which no way leads on: the small function that it was for is not entered.
#include <stdio.h>

static unsigned sum;
static void add(unsigned v) { sum += v; }
static unsigned twice(unsigned v) { return 2 * v; }
struct pair { int a, b; };
static struct pair swapped(struct pair p) { return (struct pair){p.b, p.a}; }

static int statement(int n) {
    add(({ unsigned char a[40] = {0}; if (1) return n; a[0]; }));
    return -1;
}
static unsigned value(unsigned n) { return 1 + twice(({ return n + 7; n; })); }
static struct pair record(int n) {
    struct pair p = swapped(({ return (struct pair){n, 1}; (struct pair){n, 2}; }));
    return p;
}
static int loop(void) {
    int i = 0;
    for (; i < 9; i++) {
        add(1);
        add(twice(({ if (1) break; 5u; })));
    }
    return i;
}

int main(void) {
    printf("%d %u %d\n", statement(3), value(4), record(5).b); // expect: 3 11 1
    printf("%d %u\n", loop(), sum);                            // expect: 0 0
    return 0;
}
