// A compound literal is one object as long as its block lasts, also when a goto evaluates
// it again (C17 6.5.2.5p16); a second one used to be made, and the first was gone.
#include <stdio.h>

struct part {
    int i, k;
};

static int is_same(void) {
    struct part *p = NULL, *q;
    int j = 0;
again:
    q = p;
    p = &((struct part){j++});
    if (j < 2)
        goto again;
    return p == q && q->i == 1;
}

int main(void) {
    printf("%d\n", is_same()); // expect: 1
    int n = 0;
back:; // each time all of it is set again
    struct part *part = &(struct part){.k = n};
    printf("%d %d\n", part->i, part->k);
    part->i = 9;
    if (n++ < 1)
        goto back;
    // expect: 0 0
    // expect: 0 1
    int x = 0, *chosen = NULL;
next:
    chosen = x ? &(int){x} : chosen; // a branch that is not taken has begun it too
    if (x++ < 2)
        goto next;
    printf("%d\n", *chosen); // expect: 2
}
