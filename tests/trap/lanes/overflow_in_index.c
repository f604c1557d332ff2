#include <stdio.h>

static int a[64];

int main(void) {
    int far = 1 << 27, sum = 0;
    for (int i = 0; i < 40; i++) {
        sum += a[i * far - i * far + i]; // trap: OverflowError
        // stderr: i = 16
    }
    printf("%d\n", sum);
    return 0;
}
