// ++ and -- of a compound literal.
#include <stdio.h>
int main(void) {
    printf("%d\n", ++(int){1});
    printf(
        "%d %d\n", --*&(int){5}, (int) { 7 } ++);
    return 0;
}
// expect: 2
// expect: 4 7
