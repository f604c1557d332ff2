#include <stdio.h>
#define ONE 1
#define TWO (ONE + ONE)
#define GREETING "hello" ", " "world"
#define EMPTY
int main(void) {
    printf("%d %d\n", ONE, TWO EMPTY * 2); // expect: 1 4
    puts(GREETING); // expect: hello, world
#undef ONE
#define ONE 10
    printf("%d\n", TWO); // expect: 20
}
