#include <stdio.h>
#define B
int main(void) {
#ifdef A
    puts("A");
#elifdef B
    puts("B"); // expect: B
#endif
#ifdef A
#elifndef C
    puts("not C"); // expect: not C
#endif
}
