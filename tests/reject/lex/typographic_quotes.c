#include <stdio.h>
int main(void) {
    printf(“hello\n”); // error: `“` is a typographic quote
    return 0;
}
