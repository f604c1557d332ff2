// GNU and C2y case ranges.
#include <stdio.h>

static const char *kind(int c) {
    switch (c) {
    case '0' ... '9': return "digit";
    case 'a' ... 'z':
    case 'A' ... 'Z': return "letter";
    case ' ':
    case '\t': return "space";
    default: return "other";
    }
}
static int wide(unsigned n) {
    switch (n) {
    case 0 ... 999: return 1;
    case 1000 ... 4000000000u: return 2;
    }
    return 3;
}

int main(void) {
    printf("%s %s %s %s %s\n", kind('5'), kind('q'), kind('Q'), kind(' '), kind('!'));
    printf("%d %d %d %d\n", wide(999), wide(1000), wide(4000000000u), wide(4000000001u));
    return 0;
}
// expect: digit letter letter space other
// expect: 1 2 2 3
