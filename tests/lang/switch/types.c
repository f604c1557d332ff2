#include <stdio.h>

enum color { RED, GREEN = 5, BLUE };
static int of_enum(enum color c) {
    switch (c) {
    case RED: return 1;
    case GREEN: return 2;
    case BLUE: return 3;
    }
    return 0;
}
static int of_char(signed char c) {
    switch (c) {
    case -1: return 1;
    case 127: return 2;
    case '\n': return 3;
    case 'x': return 4;
    }
    return 0;
}

int main(void) {
    printf("%d%d%d%d\n", of_enum(RED), of_enum(GREEN), of_enum(BLUE), of_enum(4));
    printf("%d%d%d%d%d\n", of_char(255), of_char(127), of_char(10), of_char('x'), of_char(0));
    _Bool b = 5;
    switch (b) {
    case 0: printf("false\n"); break;
    case 1: printf("true\n"); break;
    }
    switch (sizeof(int)) {
    case 4: printf("four\n");
    }
    return 0;
}
// expect: 1230
// expect: 12340
// expect: true
// expect: four
