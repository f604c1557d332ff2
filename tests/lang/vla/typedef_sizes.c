// A typedef's lengths are evaluated where it is declared, sizeof of another type's name where it
// stands.
#include <stdio.h>
int main(void) {
    int n = 4;
    typedef int row[n];
    n = 10;
    printf("%zu %zu\n", sizeof(row), sizeof(row[2]));
    row x;
    printf("%zu\n", sizeof x);
    for (int i = 0; i < 2; i++) {
        n = 20 + i;
        typedef int inner[n];
        n = 5;
        printf("%zu\n", sizeof(inner));
    }
    n = 3;
    printf("%zu %zu %zu\n", sizeof(int[n][4]), sizeof(int[4][n]), sizeof(__typeof__(int[n])[2]));
    __typeof__(x) y;
    n = 1;
    printf("%zu\n", sizeof y);
    return 0;
}
// expect: 16 32
// expect: 16
// expect: 80
// expect: 84
// expect: 48 48 24
// expect: 16
