// Callbacks, trees, an interpreter.
#include <stdio.h>
typedef int (*cb)(void *, int);
static int apply(cb f, void *c, int n) {
    return f(c, n);
}
static int acc(void *c, int n) {
    return *(int *)c += n;
}
typedef struct node node;
struct node {
    node *l, *r;
    int k;
};
static node pool[10];
static int np;
node *mk(int k) {
    node *n = &pool[np++];
    n->k = k;
    n->l = n->r = NULL;
    return n;
}
void ins(node **t, int k) {
    while (*t)
        t = k < (*t)->k ? &(*t)->l : &(*t)->r;
    *t = mk(k);
}
int h(node *t) {
    if (!t)
        return 0;
    int a = h(t->l), b = h(t->r);
    return 1 + (a > b ? a : b);
}
enum op { ADD, SUB };
struct ins {
    enum op o;
    union {
        int i;
        char *s;
    } u;
};
static const struct ins prog[] = {{ADD, {.i = 3}}, {SUB, {1}}};
int run(void) {
    int s = 0;
    for (unsigned i = 0; i < sizeof prog / sizeof prog[0]; i++)
        switch (prog[i].o) {
        case ADD:
            s += prog[i].u.i;
            break;
        case SUB:
            s -= prog[i].u.i;
        }
    return s;
}
int main(int argc, char **argv) {
    int t = 0;
    for (int i = 1; i <= 4; i++)
        apply(acc, &t, i);
    printf("%d\n", t);
    node *r = 0;
    int ks[] = {5, 2, 8, 1, 9, 3};
    for (int i = 0; i < 6; i++)
        ins(&r, ks[i]);
    printf("%d %d\n", h(r), run());
    (void)argc;
    (void)argv;
    char line[] = "key=value";
    char *eq = line;
    while (*eq && *eq != '=')
        eq++;
    *eq++ = 0;
    printf("%s -> %s\n", line, eq);
    unsigned long hash = 5381;
    for (const char *p = "hash"; *p; p++)
        hash = hash * 33 + *p;
    printf("%lu\n", hash);
    int m[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, tr = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            if (i == j)
                tr += m[i][j];
    printf("%d\n", tr);
    return tr == 15 ? 0 : 1;
}
// expect: 10
// expect: 3 2
// expect: key -> value
// expect: 6385287881
// expect: 15
