#include "program.h"
#ifdef SIZE
#error a macro of the other file
#endif
static int n = 100;
typedef double number;
static int hidden(void) { return 20; }
int count = 3;
struct node last = {7, 8, &last};
extern int tentative;
int list[3] = {1, 2, 9};
int from_here(void);
int LEVEL = 2;
int twice(int x) {
    n++;
    tentative = n;
    return 2 * x + hidden() + from_here();
}
struct node make(int a, int b) {
    struct node made = {a, b, 0};
    return made;
}
int apply(int (*f)(struct node *), struct node *p) { return f(p); }
double use(untagged *p, untagged v) { return p->d + v.d; }
struct hidden {
    int held;
};
int read_hidden(struct hidden *h) { return h->held; }
int read_by(via *v, reader *r) {
    struct hidden h = {40};
    return r(&h) + v(read_hidden, &h);
}
