// All rounds but the last one are good: they are done, and the fault is that round's.
#include <stdio.h>

static int sum(const int *a, int n) {
    int total = 0;
    for (int i = 0; i < n; i++) {
        total += a[i]; // trap: IndexError
    }
    return total;
}

int main(void) {
    int a[30];
    for (int i = 0; i < 30; i++) {
        a[i] = i;
    }
    printf("%d\n", sum(a, 30)); // expect: 435
    printf("%d\n", sum(a, 31));
    // stderr: a[30]
    // stderr: i = 30
    return 0;
}
