// Every statement of C.
#include <stdio.h>

static const char *day(int d) {
    switch (d) {
    case 0:
    case 6: return "weekend";
    case 5: return "almost";
    default: return "work";
    }
}

int main(void) {
    for (int i = 0; i < 7; i++)
        printf("%s ", day(i));
    printf("\n");
    int i = 0;
    while (1) {
        if (++i % 2)
            continue;
        if (i > 6)
            break;
        printf("%d ", i);
    }
    printf("\n");
    do {
        printf("%d ", i--);
    } while (i > 5);
    printf("\n");
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++) {
            if (a * b == 2)
                goto found;
            printf("%d%d ", a, b);
        }
found:
    printf("found\n");
    int x = 5, y = (x++, x * 2);
    printf("%d %d\n", x, y);
    printf("%d %d %d\n", x > 3 && y > 20, x > 3 || y / 0 > 1, !x);
    x += 3, x <<= 2, x ^= 1, x %= 7;
    printf("%d\n", x);
    {
        int x = 100;
        printf("%d\n", x);
    }
    int count = 9, n = (count + 3) / 4;
    char text[10], *to = text;
    const char *from = "duff's dev";
    switch (count % 4) {
    case 0:
        do {
            *to++ = *from++;
        case 3: *to++ = *from++;
        case 2: *to++ = *from++;
        case 1: *to++ = *from++;
        } while (--n > 0);
    }
    *to = '\0';
    printf("%s\n", text);
    return 0;
}

// expect: weekend work work work work almost weekend 
// expect: 2 4 6 
// expect: 8 7 6 
// expect: 00 01 02 10 11 found
// expect: 6 12
// expect: 0 1 0
// expect: 2
// expect: 100
// expect: duff's de
