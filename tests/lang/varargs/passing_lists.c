#include <stdarg.h>
#include <stdio.h>

static int one(va_list *ap) { return va_arg(*ap, int); }
static int sum(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int s = 0;
    while (n-- > 0)
        s = s * 10 + one(&ap);
    va_end(ap);
    va_start(ap, n);
    s = s * 10 + va_arg(ap, int);
    va_end(ap);
    return s;
}
struct list { va_list ap; int n; };
static int from(struct list *l) { int s = 0; while (l->n--) s += va_arg(l->ap, int); return s; }
static int in_struct(int n, ...) {
    struct list l = {.n = n};
    va_start(l.ap, n);
    int s = from(&l);
    va_end(l.ap);
    return s;
}

int main(void) {
    printf("%d\n", sum(3, 4, 5, 6)); // expect: 4564
    printf("%d\n", in_struct(3, 1, 2, 3)); // expect: 6
    return 0;
}
