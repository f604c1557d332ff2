#include <stdio.h>
int main(void) {
    puts("one // error: this string has no closing
two");           // note: a string cannot go on in the next line
    return 0;
}
