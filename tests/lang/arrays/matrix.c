#include <stdio.h>
#define N 4

typedef double matrix[N][N];

static void multiply(matrix a, matrix b, matrix out) {
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double s = 0;
            for (int k = 0; k < N; k++)
                s += a[i][k] * b[k][j];
            out[i][j] = s;
        }
}

int main(void) {
    matrix a, b, c;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = i + j;
            b[i][j] = i == j ? 2 : 0;
        }
    multiply(a, b, c);
    printf("%.1f %.1f %.1f\n", c[0][0], c[1][2], c[3][3]); // expect: 0.0 6.0 12.0
    multiply(c, c, a);
    printf("%.1f\n", a[2][3]); // expect: 272.0
    return 0;
}
