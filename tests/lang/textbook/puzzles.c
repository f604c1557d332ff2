// Hanoi, queens, permutations.
#include <stdio.h>
static int fact(int n) {
    return n <= 1 ? 1 : n * fact(n - 1);
}
static void hanoi(int n, int a, int b, int c, int *m) {
    if (n) {
        hanoi(n - 1, a, c, b, m);
        ++*m;
        hanoi(n - 1, c, b, a, m);
    }
}
int gcd(int a, int b) {
    while (b) {
        int t = a % b;
        a = b;
        b = t;
    }
    return a;
}
int ispal(const char *s) {
    int n = 0;
    while (s[n])
        n++;
    for (int i = 0; i < n / 2; i++)
        if (s[i] != s[n - 1 - i])
            return 0;
    return 1;
}
void perm(char *s, int k, int n, int *c) {
    if (k == n) {
        ++*c;
        return;
    }
    for (int i = k; i < n; i++) {
        char t = s[k];
        s[k] = s[i];
        s[i] = t;
        perm(s, k + 1, n, c);
        t = s[k];
        s[k] = s[i];
        s[i] = t;
    }
}
int queens(int n, int r, int c, int d1, int d2) {
    if (r == n)
        return 1;
    int s = 0;
    for (int i = 0; i < n; i++) {
        int x = 1 << i, y = 1 << (r + i), z = 1 << (r - i + n);
        if (c & x || d1 & y || d2 & z)
            continue;
        s += queens(n, r + 1, c | x, d1 | y, d2 | z);
    }
    return s;
}
int main(void) {
    printf("%d %d %d\n", fact(10), gcd(48, 36), ispal("abcba"));
    int m = 0;
    hanoi(10, 1, 2, 3, &m);
    printf("%d\n", m);
    char s[] = "abcde";
    int c = 0;
    perm(s, 0, 5, &c);
    printf("%d %s\n", c, s);
    printf("%d\n", queens(6, 0, 0, 0, 0));
    int tri[6][6] = {0};
    for (int i = 0; i < 6; i++) {
        tri[i][0] = 1;
        for (int j = 1; j <= i; j++)
            tri[i][j] = tri[i - 1][j - 1] + tri[i - 1][j];
    }
    for (int j = 0; j < 6; j++)
        printf("%d ", tri[5][j]);
    puts("");
    return 0;
}
// expect: 3628800 12 1
// expect: 1023
// expect: 120 abcde
// expect: 4
// expect: 1 5 10 10 5 1 
