#include <stdio.h>

static int f(int n) {
    int r = 1 + ({ int a[2] = {n}; if (a[0] > 5) return -1; a[0]; });
    for (int i = 0; i < 10; i++) {
        r += ({ if (i == 3) break; if (i == 1) continue; i; });
    }
    return r;
}

int main(void) {
    printf("%d\n", f(1)); // expect: 4
    printf("%d\n", f(6)); // expect: -1
    return 0;
}
