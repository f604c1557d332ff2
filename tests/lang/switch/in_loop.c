// break leaves the switch, continue the loop around it.
#include <stdio.h>

int main(void) {
    int letters = 0, digits = 0, others = 0;
    for (const char *p = "a1-b2 c!"; *p; p++) {
        switch (*p) {
        case '0': case '1': case '2': case '3':
            digits++;
            break;
        case ' ':
            continue;
        case 'a': case 'b': case 'c':
            letters++;
            break;
        default:
            others++;
        }
    }
    printf("%d %d %d\n", letters, digits, others); // expect: 3 2 2
    int state = 0, steps = 0;
    while (state != 3) {
        steps++;
        switch (state) {
        case 0: state = 2; break;
        case 1: state = 3; break;
        case 2:
            switch (steps) {
            case 2: break;
            default: state = 1;
            }
            break;
        }
    }
    printf("%d\n", steps); // expect: 4
    return 0;
}
