#include <stdio.h>

enum color { RED, GREEN = 5, BLUE, LAST = BLUE + 10 };
enum { A = 1 << 3, B = A | 1 };
typedef enum { OFF, ON } state;

static const char *names[] = {[RED] = "red", [GREEN] = "green", [BLUE] = "blue"};
static state toggle(state s) { return s == ON ? OFF : ON; }

int main(void) {
    enum color c = BLUE;
    printf("%d %d %d\n", RED, BLUE, LAST); // expect: 0 6 16
    printf("%s\n", names[c]); // expect: blue
    c = 1;
    c++;
    printf("%d\n", c); // expect: 2
    printf("%d %d\n", A, B); // expect: 8 9
    printf("%d\n", toggle(toggle(ON)) + toggle(OFF)); // expect: 2
    printf("%zu %zu\n", sizeof(enum color), sizeof(state)); // expect: 4 4
    int count = 0;
    for (enum color k = RED; k <= LAST; k++)
        count++;
    printf("%d\n", count); // expect: 17
    return 0;
}
