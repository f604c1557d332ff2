// The length of an array parameter is evaluated when the function begins, though the
// parameter is a pointer (C17 6.9.1p10).
#include <stdio.h>

static int calls;
static int next(void) {
    return ++calls;
}
static int after(int n, int a[n++]) {
    return n + (a != NULL);
}
static int twice(int n, int a[next()], int b[next()][n += 2]) {
    return (int)(sizeof b[0] / sizeof(int)) + (a == NULL);
}
static int plain(int n, const int a[n * 2 + 1]) {
    return a[n];
}

int main(void) {
    int a[7] = {[3] = 9};
    printf("%d\n", after(3, a));         // expect: 5
    printf("%d\n", twice(3, NULL, NULL)); // expect: 6
    printf("%d\n", calls);                // expect: 2
    printf("%d\n", plain(3, a));          // expect: 9
}
