// Sums of products over arrays that are indexed in every usual way. A loop looks once where its accesses go, and then
// runs without checks (emit_lanes.c): the results are the same, with few rounds and with many.
#include <stdio.h>
#include <stdlib.h>

static double left[12][12], right[12][12];

static double flat(const double *a, const double *b, int n, int i, int j) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
        sum += a[i * n + k] * b[k * n + j];
    }
    return sum;
}

static double rows(int n, int i, int j) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
        sum += left[i][k] * right[k][j];
    }
    return sum;
}

static long dot(const short *a, const unsigned char *b, size_t n) {
    long sum = 0;
    for (size_t k = 0; k < n; k++) {
        sum += a[k] * b[n - 1 - k];
    }
    return sum;
}

int main(void) {
    double *a = malloc(144 * sizeof *a), *b = malloc(144 * sizeof *b);
    for (int i = 0; i < 144; i++) {
        a[i] = left[i / 12][i % 12] = i % 7;
        b[i] = right[i / 12][i % 12] = i % 5 - 2;
    }
    printf("%g %g\n", flat(a, b, 12, 3, 4), rows(12, 3, 4)); // expect: 7 7
    printf("%g %g\n", flat(a, b, 3, 2, 1), rows(3, 2, 1));   // expect: -6 -9
    short s[20];
    unsigned char c[20];
    for (int i = 0; i < 20; i++) {
        s[i] = (short)(i - 10);
        c[i] = (unsigned char)(250 + i);
    }
    printf("%ld %ld\n", dot(s, c, 20), dot(s, c, 4)); // expect: 9284 -8556
    free(a);
    free(b);
    return 0;
}
