#include <stdio.h>
int main(void) {
    puts('hello'); // error: single quotes hold one character, not a string
    return 0;
}
