// Integer constant expressions and constant initialisers.
#include <stdio.h>
enum {
    A = sizeof(int) * 2,
    B = A << 1 | 1,
    C = ~0 & 0xf,
    D = -1,
    E = 'a' + 1,
    F = 1 ? 2 : 3,
    G = (int)2.9,
    H = !0,
    I = 5 % 3,
    J = (char)200,
    K = 1u - 2 < 0,
    L = sizeof(char[B]),
    M = (unsigned char)-1,
    N = 0x7fffffff / 2,
    O = 1 < 2 && 3 > 2 || 0
};
int arr[M == 255 ? L : 1];
int main(void) {
    printf("%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d %zu\n", A, B, C, D, E, F, G, H, I, J, K, L,
           M, N, O, sizeof arr);
    switch (B) {
    case A << 1 | 1:
        puts("m");
    }
    static int s = (3 > 2) * 4 + (int)sizeof(long) % 3;
    printf("%d\n", s);
    static double d = 1 / 2 + 1.0 / 2;
    printf("%f\n", d);
    static float f = (float)0.1;
    printf("%.9f\n", f);
    static unsigned long ul = -1;
    printf("%lu\n", ul);
    static char c = '\377';
    printf("%d\n", c);
    static long long ll = 1LL << 62;
    printf("%lld\n", ll);
    static int z = 0x80000000;
    printf("%d\n", z);
    static unsigned char uc = (unsigned char)~0;
    printf("%d\n", uc);
    return 0;
}
// expect: 8 17 15 -1 98 2 2 1 2 -56 0 17 255 1073741823 1 68
// expect: m
// expect: 6
// expect: 0.500000
// expect: 0.100000001
// expect: 18446744073709551615
// expect: -1
// expect: 4611686018427387904
// expect: -2147483648
// expect: 255
