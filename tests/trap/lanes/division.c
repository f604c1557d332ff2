// A fault of another kind in the copy without checks is told as in any loop, with the body's own variables.
#include <stdio.h>

int main(void) {
    int a[40], sum = 0;
    for (int i = 0; i < 40; i++) {
        a[i] = 15 - i;
    }
    for (int i = 0; i < 40; i++) {
        int divisor = a[i];
        sum += 100 / divisor; // trap: ZeroDivisionError
        // stderr: divisor = 0
    }
    printf("%d\n", sum);
    return 0;
}
