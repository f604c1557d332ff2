// Indices of every integer type, negative ones, and expressions with side effects.
#include <stdio.h>

static int calls;
static int at(int n) { calls++; return n; }

int main(void) {
    int a[10], *mid = a + 5;
    for (int i = 0; i < 10; i++) a[i] = i * i;
    unsigned char c = 3;
    short s = -2;
    unsigned u = 4;
    long l = 2;
    size_t z = 6;
    printf("%d %d %d %d %d\n", a[c], mid[s], a[u], mid[l], a[z]); // expect: 9 9 16 49 36
    printf("%d\n", a[at(3)] + a[at(4)]); // expect: 25
    a[at(5)] += 10;
    printf("%d %d\n", a[5], calls); // expect: 35 3
    a[at(6)]++;
    printf("%d %d\n", a[6], calls); // expect: 37 4
    int i = 0;
    a[i++] = a[i++] = 1;
    printf("%d\n", i); // expect: 2
    int k = 2;
    k = a[k] = a[k] + k;
    printf("%d %d\n", k, a[2]); // expect: 6 6
    printf("%d\n", a[a[a[1]]]); // expect: 1
    printf("%d\n", (a + 2)[1] + 3 [a]); // expect: 18
    enum { TWO = 2 };
    printf("%d\n", a[TWO * 2] - a['\2']); // expect: 10
    return 0;
}
