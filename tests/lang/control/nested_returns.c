#include <stdio.h>

static int find(int n) {
    int table[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    for (int i = 0; i < 3; i++) {
        int row[3];
        for (int j = 0; j < 3; j++) {
            row[j] = table[i][j];
            if (row[j] == n)
                return i * 10 + j;
        }
    }
    return -1;
}
static void nothing(int n) {
    int a[2] = {n, n};
    if (a[0] > 1)
        return;
    printf("small %d\n", a[1]); // expect: 0
}

int main(void) {
    printf("%d\n", find(1)); // expect: 12
    printf("%d\n", find(6)); // expect: -1
    printf("%d\n", find(10)); // expect: small 1
    nothing(1);
    nothing(2);
    return 0;
}
