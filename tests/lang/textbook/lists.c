// Linked lists and trees on the heap.
#include <stdio.h>
#include <stdlib.h>
typedef struct N {
    int v;
    struct N *next;
} N;
N *push(N *h, int v) {
    N *n = malloc(sizeof(N));
    n->v = v;
    n->next = h;
    return n;
}
N *rev(N *h) {
    N *p = 0;
    while (h) {
        N *n = h->next;
        h->next = p;
        p = h;
        h = n;
    }
    return p;
}
typedef struct T {
    int k;
    struct T *l, *r;
} T;
T *ins(T *t, int k) {
    if (!t) {
        t = calloc(1, sizeof *t);
        t->k = k;
    } else if (k < t->k)
        t->l = ins(t->l, k);
    else
        t->r = ins(t->r, k);
    return t;
}
void walk(T *t) {
    if (t) {
        walk(t->l);
        printf("%d ", t->k);
        walk(t->r);
    }
}
void fr(N **h) {
    while (*h) {
        N *n = *h;
        *h = n->next;
        free(n);
    }
}
int main(void) {
    N *h = 0;
    for (int i = 0; i < 5; i++)
        h = push(h, i);
    h = rev(h);
    for (N *n = h; n; n = n->next)
        printf("%d ", n->v);
    puts("");
    N **pp = &h;
    while (*pp)
        if ((*pp)->v % 2) {
            N *d = *pp;
            *pp = d->next;
            free(d);
        } else
            pp = &(*pp)->next;
    for (N *n = h; n; n = n->next)
        printf("%d ", n->v);
    puts("");
    fr(&h);
    T *t = 0;
    int a[] = {5, 2, 8, 1, 9};
    for (int i = 0; i < 5; i++)
        t = ins(t, a[i]);
    walk(t);
    puts("");
    char *s = realloc(0, 10);
    s = realloc(s, 20);
    snprintf(s, 20, "%d", 123456);
    puts(s);
    free(s);
    return h != 0;
}
// expect: 0 1 2 3 4 
// expect: 0 2 4 
// expect: 1 2 5 8 9 
// expect: 123456
