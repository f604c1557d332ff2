// Arrays of arrays, and pointers to rows.
#include <stdio.h>
int a[2][3][4];
int f(int (*p)[4], int n) {
    int s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < 4; j++)
            s += p[i][j];
    return s;
}
int g(int p[][3][4]) {
    return p[1][2][3];
}
int main(void) {
    int k = 0;
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            for (int l = 0; l < 4; l++)
                a[i][j][l] = k++;
    printf("%d %d\n", f(a[1], 3), g(a));
    int *p = &a[0][0][0];
    printf("%d\n", *(*(*(a + 1) + 2) + 3));
    printf("%zu %zu %zu\n", sizeof a, sizeof a[0], sizeof a[0][0]);
    int(*q)[3][4] = a;
    q++;
    printf("%d\n", (*q)[0][0]);
    printf("%ld\n", (long)(&a[1] - &a[0]));
    printf("%d\n", (int)((char *)&a[1][1][1] - (char *)a));
    int *ap[3] = {a[0][0], a[0][1], a[1][0]};
    printf("%d\n", ap[2][1]);
    char *argv[] = {"x", "yy", 0};
    char **pp = argv;
    while (*pp)
        printf("%s ", *pp++);
    puts("");
    (void)p;
    return 0;
}
// expect: 210 23
// expect: 23
// expect: 96 48 16
// expect: 12
// expect: 1
// expect: 68
// expect: 13
// expect: x yy 
