// Operands of an empty template by name, inputs that are only read, a register's variable.
#include <stdio.h>
register int pinned asm("rbx");
int main(void) {
    int x = 3, y = 0;
    asm("" : [out] "=r"(y) : "[out]"(x + 2));
    asm volatile("" : : "r"(x), "m"(y) : "memory"); // silent: not used
    register int z asm("rax") = 4;
    asm("" : "+r"(z));
    printf("%d %d %d\n", x, y, z); // expect: 3 5 4
}
