#include <stdio.h>
#include <stdlib.h>

struct node { int v; struct node *next; };
static void insert_sorted(struct node **at, int v) {
    while (*at && (*at)->v < v)
        at = &(*at)->next;
    struct node *n = malloc(sizeof *n);
    *n = (struct node){v, *at};
    *at = n;
}
static void delete_odd(struct node **at) {
    while (*at) {
        struct node *n = *at;
        if (n->v % 2) {
            *at = n->next;
            free(n);
        } else
            at = &n->next;
    }
}

int main(void) {
    struct node *list = NULL;
    int v[] = {5, 1, 4, 2, 3, 6};
    for (int i = 0; i < 6; i++) insert_sorted(&list, v[i]);
    for (struct node *n = list; n; n = n->next) printf("%d ", n->v);
    delete_odd(&list);
    for (struct node *n = list; n; n = n->next) printf("%d ", n->v);
    printf("\n"); // expect: 1 2 3 4 5 6 2 4 6 
    while (list) { struct node *n = list; list = n->next; free(n); }
    return 0;
}
