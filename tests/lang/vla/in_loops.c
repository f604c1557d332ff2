#include <stdio.h>
#include <string.h>

static long pascal(int n, int k) {
    long row[n + 1];
    memset(row, 0, sizeof row);
    row[0] = 1;
    for (int i = 1; i <= n; i++)
        for (int j = i; j > 0; j--)
            row[j] += row[j - 1];
    return row[k];
}
static int recurse(int n) {
    int a[n + 1];
    a[n] = n;
    if (n == 0) return 0;
    return a[n] + recurse(n - 1);
}

int main(void) {
    printf("%ld\n", pascal(10, 5)); // expect: 252
    printf("%d\n", recurse(20)); // expect: 210
    int total = 0;
    for (int i = 1; i < 5; i++) {
        char s[i];
        for (int j = 0; j < 3; j++) {
            short t[i][j + 1];
            t[i - 1][j] = (short)(i * j);
            if (j == 2 && i == 3) continue;
            total += t[i - 1][j] + (int)sizeof t;
        }
        s[i - 1] = 1;
        total += s[i - 1];
    }
    printf("%d\n", total); // expect: 130
    return 0;
}
