// A label inside a loop that has not begun.
#include <stdio.h>
int main(void) {
    int i = 3;
    goto mid;
    for (i = 0; i < 5; i++) {
        printf("a%d ", i);
    mid:
        printf("m%d ", i);
    }
    puts("");
    int n = 0;
    goto t;
    while (n < 3) {
        n++;
    t:
        printf("t%d ", n);
    }
    puts("");
    i = 0;
    do {
        if (i == 2)
            goto skip;
        printf("%d ", i);
    skip:
        i++;
    } while (i < 4);
    puts("");
    return 0;
}
// expect: m3 a4 m4 
// expect: t0 t1 t2 t3 
// expect: 0 1 3 
