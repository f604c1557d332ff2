#include <setjmp.h>
#include <stdio.h>
static jmp_buf place;
static void deep(int n) {
    if (n == 0)
        longjmp(place, 42);
    deep(n - 1);
}
int main(void) {
    volatile int tries = 0;
    int got = setjmp(place);
    printf("setjmp gave %d\n", got); // expect: setjmp gave 0
    if (got == 0) {
        tries++;
        deep(5);
        puts("never"); // expect: setjmp gave 42
    }
    printf("%d\n", tries); // expect: 1
    return 0;
}
