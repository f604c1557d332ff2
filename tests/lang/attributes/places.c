// Attributes wherever GNU C allows them; those that mean nothing here are read and left alone.
#include <stdio.h>
#include <stdlib.h>
__attribute__((noinline)) static int f(int a) {
    return a + 1;
}
int g(int) __attribute__((const, pure));
int g(int a) {
    return a * 2;
}
void h(void) __attribute__((noreturn));
void h(void) {
    exit(7);
}
__attribute__((unused)) static int un;
int foo(int a __attribute__((unused)), int b) {
    return b;
}
static __inline__ __attribute__((always_inline)) int inl(int x) {
    return x;
}
__extension__ typedef long long LL;
int main(void) {
    printf("%d %d %d %d\n", f(1), g(2), foo(1, 2), inl(4));
    int x __attribute__((unused)) = 3;
    switch (x) {
    case 3:
        x++;
        __attribute__((fallthrough));
    case 4:
        x++;
    }
    LL l = __extension__({
        LL y = x;
        y;
    });
    printf("%lld\n", l);
    h();
}
// expect: 2 4 2 4
// expect: 5
// exit: 7
