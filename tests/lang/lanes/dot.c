// s += a[k] * b[k]: many rounds at once give what one round after the other gives, to the last bit, also over more rounds
// than a slice of time has, from any first round, by columns, and with what the loop leaves behind.
#include <math.h>
#include <stdio.h>
enum { N = 5000, M = 40 };
static double a[N], b[N], rows[M][M], columns[M][M];

static double one_by_one(const double *x, const double *y, int from, int to, int step) {
    double s = 0.1;
    int k = from;
again:
    if (k < to) {
        s = s + x[k] * y[k * step];
        k++;
        goto again;
    }
    return s;
}

int main(void) {
    for (int i = 0; i < N; i++) {
        a[i] = sin(i) * 1e3;
        b[i] = i % 7 ? 1.0 / i : -i;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < M; j++)
            rows[i][j] = i * 0.3 - j, columns[i][j] = 1.0 / (1 + i + j);
    int same = 0, k = 0;
    for (int n = 0; n < 40; n++) {
        double s = 0.1;
        for (k = n; k < N - n; k++)
            s += a[k] * b[k];
        same += s == one_by_one(a, b, n, N - n, 1) && k == N - n;
    }
    printf("%d\n", same); // expect: 40
    same = 0;
    for (int j = 0; j < M; j++) {
        double s = 0.1;
        for (int i = 0; i < M; i++)
            s += rows[j][i] * columns[i][j];
        same += s == one_by_one(rows[j], &columns[0][j], 0, M, M);
    }
    printf("%d\n", same); // expect: 40
    // What the last round leaves: the product as well.
    double s = 0, x = 0, y = 0;
    for (k = 0; k < 100; k++) {
        x = a[k];
        y = b[k];
        s += x * y;
    }
    printf("%d %d %d\n", x == a[99], y == b[99], k); // expect: 1 1 100
    // Its own square, and nothing that is a number.
    b[50] = NAN;
    s = 0;
    for (k = 0; k < 60; k++)
        s += a[k] * a[k];
    printf("%d\n", s > 0); // expect: 1
    for (k = 0; k < 60; k++)
        s += b[k] * b[k];
    printf("%d\n", isnan(s) != 0); // expect: 1
    return 0;
}
