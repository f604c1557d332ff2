// A struct result through a recursion.
#include <stdio.h>
struct M {
    long a[2][2];
};
struct M mul(struct M x, struct M y) {
    struct M r = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 2; k++)
                r.a[i][j] += x.a[i][k] * y.a[k][j];
    return r;
}
struct M pw(struct M m, int n) {
    if (n == 1)
        return m;
    struct M h = pw(m, n / 2);
    h = mul(h, h);
    return n % 2 ? mul(h, m) : h;
}
int main(void) {
    struct M f = {{{1, 1}, {1, 0}}};
    printf("%ld\n", pw(f, 60).a[0][1]);
    return 0;
}
// expect: 1548008755920
