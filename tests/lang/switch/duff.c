// Cases inside a loop inside the switch.
#include <stdio.h>

static void copy(char *to, const char *from, int count) {
    int n = (count + 7) / 8;
    switch (count % 8) {
    case 0: do { *to++ = *from++;
    case 7: *to++ = *from++;
    case 6: *to++ = *from++;
    case 5: *to++ = *from++;
    case 4: *to++ = *from++;
    case 3: *to++ = *from++;
    case 2: *to++ = *from++;
    case 1: *to++ = *from++;
            } while (--n > 0);
    }
}

int main(void) {
    char out[40] = {0};
    copy(out, "the quick brown fox jumps", 25);
    printf("%s\n", out); // expect: the quick brown fox jumps
    copy(out, "ABCDEFGH", 8);
    printf("%s\n", out); // expect: ABCDEFGHk brown fox jumps
    int x = 0, n = 3;
    switch (1) {
        do {
            x += 100;
        case 1:
            x += 1;
        } while (--n);
    }
    printf("%d\n", x); // expect: 203
    return 0;
}
