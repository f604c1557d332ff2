// setjmp and longjmp as exceptions: out of several calls, with locals in memory on the way.
#include <setjmp.h>
#include <stdio.h>

static jmp_buf top;
static int depth(int n) {
    int a[4] = {n};
    if (n == 0)
        longjmp(top, 3);
    return depth(n - 1) + a[0];
}
static int safe_divide(int a, int b, int *out) {
    jmp_buf local;
    int code = setjmp(local);
    if (code)
        return code;
    if (b == 0)
        longjmp(local, 9);
    *out = a / b;
    return 0;
}

int main(void) {
    volatile int tries = 0;
    switch (setjmp(top)) {
    case 0:
        printf("first\n");
        depth(10);
        break;
    case 3:
        tries++;
        printf("caught\n");
        if (tries < 3)
            longjmp(top, 3);
    }
    printf("%d\n", tries);
    int r = 0;
    printf("%d %d\n", safe_divide(7, 2, &r), safe_divide(7, 0, &r));
    if (setjmp(top) == 0)
        longjmp(top, 0);
    else
        printf("zero becomes one\n");
    return 0;
}
// expect: first
// expect: caught
// expect: caught
// expect: caught
// expect: 3
// expect: 0 9
// expect: zero becomes one
