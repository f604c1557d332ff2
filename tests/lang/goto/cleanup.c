// The idiom of C: one exit, unwinding in reverse order.
#include <stdio.h>
#include <stdlib.h>

static int work(int fail) {
    int r = -1;
    char *a = malloc(10);
    if (!a || fail == 1)
        goto free_a;
    char *b = malloc(10);
    if (!b || fail == 2)
        goto free_b;
    r = 0;
free_b:
    free(b);
    printf("b ");
free_a:
    free(a);
    printf("a ");
    return r;
}

int main(void) {
    printf("%d\n", work(2)); // expect: b a -1
    printf("%d\n", work(0)); // expect: b a 0
    printf("%d\n", work(1) + 10); // expect: a 9
    return 0;
}
