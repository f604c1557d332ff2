// Many variables and nested scopes that shadow each other.
#include <stdio.h>

int x = 1;
int main(void) {
    printf("%d\n", x); // expect: 1
    int x = 2;
    {
        extern int x;
        printf("%d\n", x); // expect: 1
        {
            int x = 3;
            for (int x = 4; x < 5; x++) {
                int x = 5;
                printf("%d\n", x); // expect: 5
            }
            printf("%d\n", x); // expect: 3
        }
    }
    printf("%d\n", x); // expect: 2
    int a = 1, b = a + 1, c = b + 1, d = c + 1, e = d + 1, f = e + 1, g = f + 1, h = g + 1;
    int i = h + 1, j = i + 1, k = j + 1, l = k + 1, m = l + 1, n = m + 1, o = n + 1, p = o + 1;
    printf("%d\n", a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p); // expect: 136
    return 0;
}
