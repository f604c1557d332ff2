#include <stdio.h>
int main(void) {
    puts("hi"）; // error: `）` is no character of C
    return 0;
}
