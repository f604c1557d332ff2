#include <stdio.h>

static int f(int n) {
    int r = 0;
    switch (n) {
    case 0: r += 1;
    case 1: r += 10; break;
    default: r += 100;
    case 5:
    case 6: r += 1000; break;
    case 7: ;
    }
    return r;
}

int main(void) {
    printf("%d\n", f(0)); // expect: 11
    printf("%d\n", f(1)); // expect: 10
    printf("%d\n", f(2)); // expect: 1100
    printf("%d\n", f(5)); // expect: 1000
    printf("%d\n", f(6)); // expect: 1000
    printf("%d\n", f(7)); // expect: 0
    printf("%d\n", f(-1)); // expect: 1100
    return 0;
}
