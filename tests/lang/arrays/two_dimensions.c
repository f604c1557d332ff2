#include <stdio.h>

static int m[2][3] = {{1, 2, 3}, {4, 5, 6}};
static int trace(int a[][3], int rows) {
    int t = 0;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < 3; j++)
            t += a[i][j] * (i + 1);
    return t;
}

int main(void) {
    int t[3][2];
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            t[j][i] = m[i][j];
    printf("%d %d %d\n", t[0][1], t[2][0], t[2][1]); // expect: 4 3 6
    printf("%d\n", trace(m, 2)); // expect: 36
    printf("%zu %zu\n", sizeof m, sizeof m[0]); // expect: 24 12
    int *p = &m[1][0];
    printf("%d\n", p[2]); // expect: 6
    int (*row)[3] = m + 1;
    printf("%d %d\n", (*row)[1], row[-1][2]); // expect: 5 3
    int cube[2][2][2] = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
    printf("%d\n", cube[1][0][1] + cube[0][1][0]); // expect: 9
    char names[3][8] = {"one", "two", "three"};
    for (int i = 0; i < 3; i++)
        printf("%s ", names[i]);
    printf("%c\n", names[2][1]); // expect: one two three h
    return 0;
}
