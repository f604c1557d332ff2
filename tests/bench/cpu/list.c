// Blocks and pointers: a list is built, turned round, summed up and freed.
#include <stdio.h>
#include <stdlib.h>

struct node {
    long value;
    struct node *next;
};

static struct node *push(struct node *list, long value) {
    struct node *n = malloc(sizeof(struct node));
    n->value = value;
    n->next = list;
    return n;
}

static struct node *reverse(struct node *list) {
    struct node *turned = NULL;
    while (list) {
        struct node *rest = list->next;
        list->next = turned;
        turned = list;
        list = rest;
    }
    return turned;
}

int main(void) {
    long sum = 0;
    for (int round = 0; round < 3; round++) {
        struct node *list = NULL;
        for (int i = 0; i < 1000000; i++) {
            list = push(list, i);
        }
        for (int k = 0; k < 4; k++) {
            list = reverse(list);
            for (const struct node *n = list; n; n = n->next) {
                sum += n->value % (k + 3);
            }
        }
        while (list) {
            struct node *rest = list->next;
            free(list);
            list = rest;
        }
    }
    printf("%ld\n", sum);
    return 0;
}
