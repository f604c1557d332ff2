// gather of every kind of value: float, double, char, pointers, structs small and large.
#include <stdio.h>

struct small { char a, b; };
struct large { long x[5]; };

async float half(void) { return 0.5f; }
async double third(void) { return 1.0 / 3; }
async char letter(char c) { return c; }
async const char *word(const char *w) { return w; }
async struct small make_small(char a) { return (struct small){a, a + 1}; }
async struct large make_large(long n) { return (struct large){{n, n, n, n, n + 1}}; }

async int main(void) {
    float *f = await gather(half(), half());
    printf("%.2f %.2f\n", f[0], f[1]); // expect: 0.50 0.50
    double *d = await gather(third());
    printf("%.3f\n", d[0]); // expect: 0.333
    char *c = await gather(letter('x'), letter('y'));
    printf("%c%c\n", c[0], c[1]); // expect: xy
    const char **w = await gather(word("one"), word("two"));
    printf("%s %s\n", w[0], w[1]); // expect: one two
    struct small *s = await gather(make_small('a'), make_small('p'));
    printf("%c%c %c%c\n", s[0].a, s[0].b, s[1].a, s[1].b); // expect: ab pq
    struct large *l = await gather(make_large(1), make_large(7));
    printf("%ld %ld\n", l[0].x[4], l[1].x[4]); // expect: 2 8
    await gather(sleep(1), sleep(2));
    printf("%.2f\n", loop_time()); // expect: 2.00
    return 0;
}
