#include <stdio.h>
int main(void) {
    printf("hello); // error: this string has no closing
    return 0;
}
