#include <stdio.h>

int main(void) {
    int i, j, k;
    i = (j = 2, k = 3, j + k);
    printf("%d %d %d\n", i, j, k); // expect: 5 2 3
    for (i = 0, j = 10; i < j; i++, j -= 2)
        ;
    printf("%d %d\n", i, j); // expect: 4 2
    int x = (i++, i);
    printf("%d\n", x); // expect: 5
    i = 1, j = 2;
    printf("%d\n", (i, j)); // expect: 2
    return 0;
}
