#include <stdio.h>

int main(void) {
    int n = 0, i;
    while (n < 3)
        n++;
    printf("%d\n", n);
    do
        n--;
    while (n > 0);
    printf("%d\n", n);
    do n = 5; while (0);
    printf("%d\n", n);
    for (i = 10; i > 0; i -= 3)
        n += i;
    printf("%d %d\n", n, i);
    for (;;) {
        if (n > 40)
            break;
        n *= 2;
    }
    printf("%d\n", n);
    while (0)
        printf("never\n");
    for (int k = 5; k < 5; k++)
        printf("never\n");
    int count = 0;
    for (unsigned char c = 250; c != 4; c++)
        count++;
    printf("%d\n", count);
    for (unsigned long u = 3; u > 0; u--)
        printf("%lu ", u);
    printf("\n");
    return 0;
}
// expect: 3
// expect: 0
// expect: 5
// expect: 27 -2
// expect: 54
// expect: 10
// expect: 3 2 1 
