// GNU's extern inline is no definition: the function's own takes its place.
#include <stdio.h>
extern inline __attribute__((gnu_inline, always_inline)) int f(int x) { return x; }
int f(int x) { return x + 1; }
extern inline __attribute__((__gnu_inline__)) int only_inline(void) { return 5; }
inline int plain(void) { return 6; }
extern inline int plain(void);
int main(void) {
    int (*p)(int) = f;
    printf("%d %d %d %d\n", f(1), p(1), only_inline(), plain()); // expect: 2 2 5 6
}
