// C17 6.5.3.4p2: the operand of sizeof is evaluated when its type varies, and only then.
#include <stdio.h>

int main(void) {
    int n = 4, i = 0, fixed[3][4], rows[3][n], (*p)[n] = rows;
    printf("%zu\n", sizeof fixed[i++]); // expect: 16
    printf("%d\n", i);                  // expect: 0
    printf("%zu\n", sizeof rows[i++]);  // expect: 16
    printf("%d\n", i);                  // expect: 1
    printf("%zu\n", sizeof rows[i++][0]); // expect: 4
    printf("%d\n", i);                    // expect: 1
    printf("%zu\n", sizeof *p++);         // expect: 16
    printf("%d\n", p == rows + 1);        // expect: 1
    int(*none)[n] = NULL;
    printf("%zu\n", sizeof *none); // expect: 16
}
