// Chains of ?: and its types; GNU without a middle.
#include <stdio.h>
int f(int x) {
    return x < 0 ? -1 : x == 0 ? 0 : x < 10 ? 1 : x < 100 ? 2 : 3;
}
int main(void) {
    for (int i = -5; i < 200; i += 33)
        printf("%d ", f(i));
    puts("");
    int a = 1;
    long b = 2;
    printf("%zu\n", sizeof(a ? a : b));
    const char *s = a ? "y" : 0;
    puts(s);
    int *p = a ? &a : (void *)0;
    printf("%d\n", *p);
    unsigned u = 1;
    printf("%d\n", (a ? -1 : u) > 0);
    printf("%d\n", a ?: 5);
    printf("%d\n", 0 ?: 7);
    int k = 3;
    printf("%d %d\n", k++ ?: 9, k);
    void *v = 1 ? (void *)p : p;
    printf("%d\n", v == p);
    return 0;
}
// expect: -1 2 2 2 3 3 3 
// expect: 8
// expect: y
// expect: 1
// expect: 1
// expect: 1
// expect: 7
// expect: 3 4
// expect: 1
