// Deep recursion, large frames, large arrays.
#include <stdio.h>
int depth(int n) {
    return n == 0 ? 0 : 1 + depth(n - 1);
}
int ack(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
}
int big(void) {
    int a[50000];
    for (int i = 0; i < 50000; i++)
        a[i] = i;
    long s = 0;
    for (int i = 0; i < 50000; i++)
        s += a[i];
    return s % 1000;
}
static int huge[10000000];
int main(void) {
    printf("%d\n", depth(20000));
    printf("%d\n", ack(2, 50));
    printf("%d\n", big());
    for (int i = 0; i < 10000000; i += 1000)
        huge[i] = i;
    printf("%d\n", huge[9999000]);
    char loc[1000000] = {0};
    loc[999999] = 1;
    printf("%d\n", loc[999999]);
    return 0;
}
// expect: 20000
// expect: 103
// expect: 0
// expect: 9999000
// expect: 1
