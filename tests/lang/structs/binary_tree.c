#include <stdio.h>
#include <stdlib.h>

typedef struct tree { int key; struct tree *left, *right; } tree;
static tree *insert(tree *t, int key) {
    if (!t) {
        t = calloc(1, sizeof(tree));
        t->key = key;
    } else if (key < t->key)
        t->left = insert(t->left, key);
    else
        t->right = insert(t->right, key);
    return t;
}
static int depth(const tree *t) {
    if (!t) return 0;
    int l = depth(t->left), r = depth(t->right);
    return 1 + (l > r ? l : r);
}
static void walk(const tree *t) {
    if (!t) return;
    walk(t->left);
    printf("%d ", t->key);
    walk(t->right);
}
static void drop(tree *t) {
    if (t) drop(t->left), drop(t->right), free(t);
}

int main(void) {
    tree *t = NULL;
    int keys[] = {5, 2, 8, 1, 9, 3};
    for (int i = 0; i < 6; i++) t = insert(t, keys[i]);
    walk(t);
    printf("\n%d\n", depth(t));
    drop(t);
    return 0;
}
// expect: 1 2 3 5 8 9 
// expect: 3
