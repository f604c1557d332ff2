// Under an enum may stand bool, whose conversions compare with 0 (C23 6.7.3.3).
#include <stdio.h>

enum answer : bool { NO, YES };
enum answer other = (enum answer)4;
static_assert((enum answer)2 == YES);

int main(void) {
    int two = 2;
    printf("%d\n", (int)(enum answer)two); // expect: 1
    printf("%d\n", (int)(enum answer)256); // expect: 1
    printf("%d\n", (int)other); // expect: 1
}
