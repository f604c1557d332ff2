#include <stdio.h>

static void fill(int rows, int cols, int m[rows][cols]) {
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            m[i][j] = i * 10 + j;
}
static int diagonal(int n, int (*m)[n]) {
    int s = 0;
    for (int i = 0; i < n; i++)
        s += m[i][i];
    return s;
}

int main(void) {
    int n = 3, m[n][n];
    fill(n, n, m);
    printf("%d %d\n", m[1][2], diagonal(n, m)); // expect: 12 33
    int wide[2][n + 2];
    fill(2, n + 2, wide);
    printf("%d %zu\n", wide[1][4], sizeof wide); // expect: 14 40
    int (*p)[n + 2] = wide + 1;
    printf("%d %td\n", (*p)[0], p - wide); // expect: 10 1
    p--;
    printf("%d\n", p[1][3]); // expect: 13
    typedef int row[n];
    row r;
    r[2] = 1;
    n = 50;
    printf("%zu\n", sizeof r); // expect: 12
    return 0;
}
