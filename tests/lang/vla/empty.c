// GNU: an array of no elements has an address of its own.
#include <stdio.h>
int f(int n) {
    int a[n];
    int b[n + 1];
    b[n] = 3;
    return (int)sizeof a + b[n];
}
int main(void) {
    printf("%d\n", f(0));
    printf("%d\n", f(2));
    return 0;
}
// expect: 3
// expect: 11
