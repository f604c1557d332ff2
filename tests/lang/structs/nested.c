#include <stdio.h>

struct inner { char c; double d; };
struct outer { int n; struct inner in[2]; struct { int a, b; } pair; };

static struct outer make(int n) {
    struct outer o = {n, {{'a', 1.5}, {'b', 2.5}}, {n + 1, n + 2}};
    return o;
}

int main(void) {
    struct outer o = make(3), *p = &o;
    printf("%zu %zu\n", sizeof(struct inner), sizeof o); // expect: 16 48
    printf("%d %c %.1f\n", o.n, o.in[1].c, p->in[0].d); // expect: 3 b 1.5
    p->in[0] = p->in[1];
    p->in[0].d++;
    printf("%.1f %.1f\n", o.in[0].d, o.in[1].d); // expect: 3.5 2.5
    printf("%d\n", make(7).pair.b); // expect: 9
    struct outer list[3] = {make(1), make(2)};
    list[2] = list[0];
    list[2].pair.a += list[1].n;
    printf("%d %d\n", list[2].pair.a, list[0].pair.a); // expect: 4 2
    struct inner in = make(1).in[1];
    printf("%c\n", in.c); // expect: b
    return 0;
}
