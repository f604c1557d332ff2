// An empty template runs no instruction: what is left are its operands.
#include <stdio.h>
asm("");
extern int f(void) __asm__("g");
int f(void) { return 3; }
int main(void) {
    int x = f(), y = 4;
    __asm__ volatile("" ::: "memory");
    asm volatile("" : "+r"(x) : : "cc");
    asm("" : "=r"(y) : "0"(x + 2));
    printf("%d %d\n", x, y); // expect: 3 5
}
