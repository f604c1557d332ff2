#include <stdarg.h>
#include <stdio.h>

struct p { int x, y; };
static struct p add(int n, ...) {
    va_list ap;
    struct p r = {0, 0};
    va_start(ap, n);
    while (n-- > 0) {
        struct p p = va_arg(ap, struct p);
        r.x += p.x;
        r.y += p.y;
    }
    va_end(ap);
    return r;
}

int main(void) {
    struct p a = {1, 2}, b = {10, 20};
    struct p r = add(3, a, b, (struct p){100, 200});
    printf("%d %d\n", r.x, r.y);
    printf("%d\n", add(1, add(2, a, a)).y);
    int (*print)(const char *, ...) = printf;
    print("%s %d\n", "through a pointer", 7);
    return 0;
}
// expect: 111 222
// expect: 4
// expect: through a pointer 7
