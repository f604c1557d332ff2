#include <stdio.h>
#define M 1
#pragma push_macro("M")
#undef M
#define M 2
int two = M;
#pragma push_macro("M")
#undef M
#pragma pop_macro("M")
int two_again = M;
#pragma pop_macro("M")
int main(void) {
    printf("%d %d %d\n", two, two_again, M); // expect: 2 2 1
}
