// && and || give 0 or 1 and stop as soon as the answer is known.
#include <stdio.h>

static int calls;
static int yes(void) { calls++; return 7; }
static int no(void) { calls++; return 0; }

int main(void) {
    int r = yes() && no() && yes();
    printf("%d after %d calls\n", r, calls); // expect: 0 after 2 calls
    calls = 0;
    r = no() || yes() || yes();
    printf("%d after %d calls\n", r, calls); // expect: 1 after 2 calls
    calls = 0;
    r = (no() && yes()) || (yes() && !no());
    printf("%d after %d calls\n", r, calls); // expect: 1 after 3 calls
    printf("%d %d\n", !5, !!5); // expect: 0 1
    double z = -0.0;
    printf("%d %d\n", !z, !0.1); // expect: 1 0
    char *p = 0;
    printf("%d %d\n", !p, p && *p); // expect: 1 0
    int x = 3, y = x > 2 && x < 5;
    printf("%d\n", y); // expect: 1
    x = x && (y = 0, 1);
    printf("%d %d\n", x, y); // expect: 1 0
    return 0;
}
