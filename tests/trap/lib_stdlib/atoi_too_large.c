#include <stdio.h>
#include <stdlib.h>

int main(void) {
    printf("%d %d %ld\n", atoi("2147483647"), atoi(" -2147483648x"), atol("9999999999")); // expect: 2147483647 -2147483648 9999999999
    printf("%d\n", atoi("2147483648")); // trap: OverflowError: atoi: the number 2147483648 does not fit its type
    return 0;
}
