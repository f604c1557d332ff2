#include <stdio.h>
#define t(x, y, z) x##y##z
int j[] = {t(1, 2, 3), t(, 4, 5), t(6, , 7), t(8, 9, ), t(10, , ), t(, 11, ), t(, , 12), t(, , )};
int main(void) {
    for (unsigned i = 0; i < sizeof j / sizeof *j; i++)
        printf("%d ", j[i]);
    printf("\n"); // expect: 123 45 67 89 10 11 12 
}
