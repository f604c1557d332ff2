#include <stdio.h>

static int squares[5] = {0, 1, 4, 9, 16};

int main(void) {
    int a[5], n = sizeof a / sizeof a[0];
    for (int i = 0; i < n; i++)
        a[i] = squares[n - 1 - i];
    for (int i = 0; i < n; i++)
        printf("%d ", a[i]);
    printf("\n"); // expect: 16 9 4 1 0 
    a[a[3]] = 50;
    printf("%d\n", a[1]); // expect: 50
    int i = 2;
    a[i++] = i;
    printf("%d %d\n", a[2], i); // expect: 3 3
    printf("%d %d\n", 2[a], *(a + 4)); // expect: 3 0
    char c[] = {'a', 'b', 0};
    c[1] -= 32;
    printf("%s\n", c); // expect: aB
    short s[3] = {1, -2, 3};
    unsigned char u[2] = {255, 1};
    float f[2] = {0.5f, 0.25f};
    printf("%d %d %.2f\n", s[1] * s[2], u[0] + u[1], f[0] + f[1]); // expect: -6 256 0.75
    return 0;
}
