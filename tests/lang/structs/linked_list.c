#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};
static struct node *push(struct node *list, int value) {
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = list;
    return n;
}
static struct node *reverse(struct node *list) {
    struct node *r = NULL;
    while (list) {
        struct node *next = list->next;
        list->next = r;
        r = list;
        list = next;
    }
    return r;
}

int main(void) {
    struct node *list = NULL;
    for (int i = 0; i < 5; i++)
        list = push(list, i * i);
    list = reverse(list);
    for (struct node *n = list; n; n = n->next)
        printf("%d ", n->value);
    printf("\n"); // expect: 0 1 4 9 16 
    while (list) {
        struct node *next = list->next;
        free(list);
        list = next;
    }
    return 0;
}
