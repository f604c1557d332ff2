#include <stdio.h>

struct op { const char *name; int (*apply)(int, int); };
static int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
static const struct op ops[] = {{"add", add}, {"mul", mul}};

int main(void) {
    for (int i = 0; i < 2; i++)
        printf("%s %d\n", ops[i].name, ops[i].apply(6, 7));
    struct op local = ops[1];
    const struct op *p = &local;
    printf("%d\n", p->apply(3, (*p).apply(2, 2)));
    return 0;
}
// expect: add 13
// expect: mul 42
// expect: 12
