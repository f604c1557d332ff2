// Out of recursion, loops, qsort; one buffer many times.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
jmp_buf env;
int depth;
void rec(int n) {
    char pad[100];
    pad[0] = n;
    if (n == 5)
        longjmp(env, n + pad[0]);
    rec(n + 1);
}
static jmp_buf stack[3];
int sp;
int try_(int k) {
    int r = setjmp(stack[sp++]);
    if (r == 0) {
        if (k > 0)
            return try_(k - 1);
        longjmp(stack[0], 7);
    }
    sp--;
    return r;
}
struct E {
    jmp_buf b;
    int code;
};
void thr(struct E *e, int c) {
    e->code = c;
    longjmp(e->b, 1);
}
int cmpf(const void *a, const void *b) {
    if (*(int *)a == 3)
        longjmp(env, 99);
    return *(int *)a - *(int *)b;
}
int main(void) {
    int r = setjmp(env);
    if (r == 0)
        rec(0);
    printf("%d\n", r);
    printf("%d\n", try_(2));
    struct E e;
    if (setjmp(e.b))
        printf("caught %d\n", e.code);
    else
        thr(&e, 5);
    volatile int i = 0;
    while (1) {
        if (setjmp(env) == 0) {
            if (i == 3)
                break;
            longjmp(env, 1);
        } else
            i++;
    }
    printf("%d\n", i);
    int a[] = {5, 3, 1};
    if ((r = setjmp(env)) == 0)
        qsort(a, 3, 4, cmpf);
    printf("%d\n", r);
    if (!setjmp(env)) {
        int big[1000];
        big[0] = 1;
        longjmp(env, big[0]);
    }
    for (i = 0; i < 3; i++) {
        if (setjmp(env) != 0)
            continue;
        longjmp(env, 1);
    }
    switch (setjmp(env)) {
    case 0:
        longjmp(env, 4);
    case 4:
        puts("four");
    }
    jmp_buf copy;
    if (_setjmp(copy) == 0)
        _longjmp(copy, 0);
    else
        puts("one");
    return 0;
}
// expect: 10
// expect: 7
// expect: caught 5
// expect: 3
// expect: 99
// expect: four
// expect: one
