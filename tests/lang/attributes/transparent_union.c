// A parameter of a transparent union takes what one of its members takes.
#include <stdio.h>
typedef union {
    int *i;
    const char *text;
    void *any;
} Any __attribute__((transparent_union));
union __attribute__((transparent_union)) number {
    int i;
    unsigned u;
};
static int deref(Any a) { return a.any == NULL ? -1 : *a.i; }
static int is_x(Any a) { return *a.text == 'x'; }
static int plus(union number n) { return n.i + 1; }
int main(void) {
    int k = 7;
    float f = 0;
    Any a = {.i = &k};
    printf("%d %d %d %d\n", deref(&k), deref(a), deref(0), deref(&f)); // expect: 7 7 -1 0
    printf("%d %d %d\n", is_x("x"), plus(3), plus(4u));                // expect: 1 4 5
}
