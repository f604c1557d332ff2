#include <stdio.h>

int main(void) {
    int x = 5 // error: expected `;` after the declaration of `x`
    printf("%d\n", x);
    return 0;
}
