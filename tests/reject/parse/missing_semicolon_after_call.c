#include <stdio.h>

int main(void) {
    printf("one\n") // error: expected `;` after this expression
    printf("two\n");
    return 0;
}
