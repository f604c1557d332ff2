#include <stdio.h>

static int sum(int a, int b, int c, int m[a][b][c]) {
    int s = 0;
    for (int i = 0; i < a; i++)
        for (int j = 0; j < b; j++)
            for (int k = 0; k < c; k++)
                s += m[i][j][k];
    return s;
}

int main(void) {
    int a = 2, b = 3, c = 4, n = 0;
    int m[a][b][c];
    for (int i = 0; i < a; i++)
        for (int j = 0; j < b; j++)
            for (int k = 0; k < c; k++)
                m[i][j][k] = n++;
    printf("%d %d\n", sum(a, b, c, m), m[1][2][3]); // expect: 276 23
    printf("%zu %zu %zu\n", sizeof m, sizeof m[0], sizeof m[0][0]); // expect: 96 48 16
    int (*p)[b][c] = m;
    printf("%d\n", p[1][0][1]); // expect: 13
    int *flat = &m[0][0][0];
    printf("%d\n", flat[13]); // expect: 13
    int (*row)[c] = m[1];
    printf("%d %d\n", row[2][0], *row[1]); // expect: 20 16
    return 0;
}
