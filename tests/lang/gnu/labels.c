// __label__ makes a label its block's own, so that the macro works twice in a function.
#include <stdio.h>
#define COUNT(n) ({ __label__ again; int i = 0; again: if (++i < (n)) goto again; i; })
int main(void) {
    printf("%d %d\n", COUNT(3), COUNT(5)); // expect: 3 5
}
