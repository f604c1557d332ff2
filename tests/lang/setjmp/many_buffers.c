// A place is remembered while its buffer holds it, however often setjmp is called meanwhile: in a loop
// with a buffer for each round, in calls, and with very many buffers at once.
#include <setjmp.h>
#include <stdio.h>

static jmp_buf outer;
static unsigned thrown;

static void each_its_own(int rounds) {
    for (int i = 0; i < rounds; i++) {
        jmp_buf inner;
        if (setjmp(inner) == 0)
            longjmp(inner, 1);
        thrown++;
    }
}

static void rounds_that_wait(int n, jmp_buf *below) {
    jmp_buf here;
    int code = setjmp(here);
    if (code == 0 && n > 0)
        rounds_that_wait(n - 1, &here);
    thrown++;
    longjmp(*below, code + 1);
}

int main(void) {
    if (setjmp(outer) == 0) {
        each_its_own(4200);
        longjmp(outer, 1);
    }
    printf("%u\n", thrown); // expect: 4200

    int code = setjmp(outer);
    if (code == 0)
        rounds_that_wait(4200, &outer);
    printf("%d %u\n", code, thrown); // expect: 4201 8401
    return 0;
}
