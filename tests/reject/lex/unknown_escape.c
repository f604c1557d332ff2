#include <stdio.h>
int main(void) {
    puts("a\qb"); // warning: unknown escape `\q`; the backslash is ignored
    return 0;
}
// expect: aqb
