#include <stdio.h>

int main(void) {
    int a = -1, b = 1;
    unsigned u = 4000000000u;
    long l = 5000000000L;
    unsigned long ul = 18446744073709551615UL;
    double d = 0.5, nan = 0.0 / 0.0;
    printf("%d%d%d%d%d%d\n", a < b, a <= b, a > b, a >= b, a == b, a != b);
    printf("%d%d\n", u > 5, u < 5);
    printf("%d%d\n", l > u, (int)(l == u));
    printf("%d%d%d\n", ul > 0, ul >= 1, ul < 1);
    printf("%d%d\n", ul == -1, ul > l);
    printf("%d%d%d%d%d%d\n", d < 1, d <= .5, d > 1, d >= .5, d == .5, d != .5);
    printf("%d%d%d%d%d%d\n", nan < 1, nan <= 1, nan > 1, nan >= 1, nan == nan, nan != nan);
    if (!(nan < 1)) printf("not less\n");
    if (nan >= 1 || nan < 1) printf("ordered\n"); else printf("unordered\n");
    int x = (a < b) + (b < a) * 10;
    printf("%d\n", x);
    return 0;
}
// expect: 110001
// expect: 10
// expect: 10
// expect: 110
// expect: 11
// expect: 110110
// expect: 000001
// expect: not less
// expect: unordered
// expect: 1
