#include <stdio.h>
struct pair {
    int a, b;
};

static int swapped(const struct pair p) {
    struct pair *writable = (struct pair *)&p;
    printf("%d %d\n", p.a, p.b); // expect: 1 2
    writable->a = p.b; // trap: write to `const struct pair p`, which cannot be changed
    return p.a;
}

int main(void) {
    return swapped((struct pair){1, 2});
}
