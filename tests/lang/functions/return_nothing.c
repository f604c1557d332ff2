// A function without a value passes on another one's.
#include <stdio.h>
static int n;
static void f(void) { n++; }
static void g(int again) {
    if (again)
        return g(again - 1); // warning: write the `return` behind it
    return (void)f();        // warning: write the `return` behind it
}
int main(void) {
    g(3);
    printf("%d\n", n); // expect: 1
}
