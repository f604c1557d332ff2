#include <stdio.h>
int main(void) {
    puts("a\qb"); // error: there is no escape `\q`
    return 0;
}
