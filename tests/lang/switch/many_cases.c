#include <stdio.h>

static int days(int month, int leap) {
    switch (month) {
    case 1: case 3: case 5: case 7: case 8: case 10: case 12: return 31;
    case 4: case 6: case 9: case 11: return 30;
    case 2: return leap ? 29 : 28;
    }
    return 0;
}
static int op(int code, int a, int b) {
    switch (code) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return b ? a / b : 0;
    case '%': return b ? a % b : 0;
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    default: return -1;
    }
}

int main(void) {
    int total = 0;
    for (int m = 0; m <= 13; m++)
        total += days(m, 0);
    printf("%d %d\n", total, days(2, 1)); // expect: 365 29
    for (const char *p = "+-*/%&|^?"; *p; p++)
        printf("%d ", op(*p, 13, 5));
    printf("\n"); // expect: 18 8 65 2 3 5 13 8 -1 
    return 0;
}
