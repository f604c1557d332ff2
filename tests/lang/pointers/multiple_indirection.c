#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int rows = 3, cols = 4, **m = malloc(rows * sizeof *m);
    for (int i = 0; i < rows; i++) {
        m[i] = malloc(cols * sizeof **m);
        for (int j = 0; j < cols; j++)
            m[i][j] = i * cols + j;
    }
    int sum = 0;
    for (int **r = m; r < m + rows; r++)
        for (int *c = *r; c < *r + cols; c++)
            sum += *c;
    printf("%d %d\n", sum, m[2][3]); // expect: 66 11
    int *swap = m[0];
    m[0] = m[1];
    m[1] = swap;
    printf("%d %d\n", m[0][0], **(m + 1)); // expect: 4 0
    m[0] = realloc(m[0], 8 * sizeof(int));
    m[0][7] = 70;
    printf("%d %d\n", m[0][3], m[0][7]); // expect: 7 70
    for (int i = 0; i < rows; i++) free(m[i]);
    free(m);
    return 0;
}
