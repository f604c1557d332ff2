// Parameters whose type depends on another parameter.
#include <stdio.h>
double tr(int n, double m[n][n]) {
    double s = 0;
    for (int i = 0; i < n; i++)
        s += m[i][i];
    return s;
}
void tp(int r, int c, int a[r][c], int b[c][r]) {
    for (int i = 0; i < r; i++)
        for (int j = 0; j < c; j++)
            b[j][i] = a[i][j];
}
int last(int n, int (*a)[n], int k) {
    return a[k][n - 1];
}
void fill(int n, int a[*]);
void fill(int n, int a[n]) {
    for (int i = 0; i < n; i++)
        a[i] = i;
}
int sz(int n, char (*p)[n + 1]) {
    return sizeof *p;
}
int main(void) {
    double m[3][3] = {{1}, {0, 2}, {0, 0, 3}};
    printf("%f\n", tr(3, m));
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}}, b[3][2];
    tp(2, 3, a, b);
    printf("%d %d\n", b[2][0], b[0][1]);
    printf("%d\n", last(3, a, 1));
    int v[5];
    fill(5, v);
    printf("%d\n", v[4]);
    char c[8];
    printf("%d\n", sz(7, &c));
    int n = 4;
    int(*p)[n] = (int(*)[n]) & (int[2][4]){{1, 2, 3, 4}, {5, 6, 7, 8}};
    printf("%d %d\n", p[1][2], (int)sizeof(p[0]));
    for (int i = 1; i < 4; i++) {
        int t[i][i];
        t[i - 1][i - 1] = i;
        printf("%d %zu\n", t[i - 1][i - 1], sizeof t);
    }
    struct {
        int x;
    } vs[n];
    vs[3].x = 9;
    printf("%d\n", vs[3].x);
    typedef int row[n];
    row *rr = p;
    n = 10;
    printf("%d %zu\n", rr[1][0], sizeof(row));
    return 0;
}
// expect: 6.000000
// expect: 3 4
// expect: 6
// expect: 4
// expect: 8
// expect: 7 16
// expect: 1 4
// expect: 2 16
// expect: 3 36
// expect: 9
// expect: 5 16
