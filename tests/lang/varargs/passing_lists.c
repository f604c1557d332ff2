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
// The list's register comes between the arguments before it and those behind it; the frame
// was not counted as large enough for a member's address behind it.
struct item { struct item *next; char name[8]; int n; };
static int second(int a, int n, ...) {
    va_list ap;
    va_start(ap, n);
    int c = va_arg(ap, char *)[0];
    va_end(ap);
    return a + n + c;
}
static int past_the_gap(struct item *p) {
    int x;
    x = second(1, p->n, p->next->name);
    return x;
}

int main(void) {
    struct item item = {&item, "A", 3};
    printf("%d\n", past_the_gap(&item)); // expect: 69
    printf("%d\n", sum(3, 4, 5, 6)); // expect: 4564
    printf("%d\n", in_struct(3, 1, 2, 3)); // expect: 6
    return 0;
}
