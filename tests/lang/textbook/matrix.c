// Matrices as two-dimensional arrays and as pointers to rows.
#include <stdio.h>
#include <stdlib.h>

static void multiply(int n, double a[n][n], double b[n][n], double c[n][n]) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            c[i][j] = 0;
            for (int k = 0; k < n; k++)
                c[i][j] += a[i][k] * b[k][j];
        }
}

int main(void) {
    double a[2][2] = {{1, 2}, {3, 4}}, b[2][2] = {{0, 1}, {1, 0}}, c[2][2];
    multiply(2, a, b, c);
    for (int i = 0; i < 2; i++)
        printf("%6.2f %6.2f\n", c[i][0], c[i][1]);
    int **rows = malloc(3 * sizeof *rows);
    for (int i = 0; i < 3; i++) {
        rows[i] = malloc((size_t)(i + 1) * sizeof **rows);
        for (int j = 0; j <= i; j++)
            rows[i][j] = j == 0 || j == i ? 1 : rows[i - 1][j - 1] + rows[i - 1][j];
    }
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j <= i; j++)
            printf("%d ", rows[i][j]);
        printf("\n");
        free(rows[i]);
    }
    free(rows);
    return 0;
}

// expect:   2.00   1.00
// expect:   4.00   3.00
// expect: 1 
// expect: 1 1 
// expect: 1 2 1 
