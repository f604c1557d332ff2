#include <stdio.h>

int main(void) {
    const int *days = (const int[]){31, 28, 31};
    printf("%d\n", days[1]); // expect: 28
    *(int *)(days + 1) = 29; // trap: ReadOnly: write to an unnamed `const int[3]`
    return 0;
}
