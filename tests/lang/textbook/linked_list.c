// A list of numbers: insert, reverse, free.
#include <stdio.h>
#include <stdlib.h>

typedef struct node {
    int value;
    struct node *next;
} node;

static node *push(node *head, int value) {
    node *n = malloc(sizeof(node));
    n->value = value;
    n->next = head;
    return n;
}

static node *reverse(node *head) {
    node *result = NULL;
    while (head) {
        node *next = head->next;
        head->next = result;
        result = head;
        head = next;
    }
    return result;
}

int main(void) {
    node *list = NULL;
    for (int i = 1; i <= 5; i++)
        list = push(list, i * i);
    list = reverse(list);
    for (node *n = list; n; n = n->next)
        printf("%d\n", n->value);
    while (list) {
        node *next = list->next;
        free(list);
        list = next;
    }
    return 0;
}

// expect: 1
// expect: 4
// expect: 9
// expect: 16
// expect: 25
