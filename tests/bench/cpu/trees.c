// Small blocks and recursion: full binary trees are built, counted and taken down.
#include <stdio.h>
#include <stdlib.h>

struct tree {
    struct tree *left, *right;
};

static struct tree *build(int depth) {
    struct tree *t = malloc(sizeof(struct tree));
    if (depth == 0) {
        t->left = t->right = NULL;
    } else {
        t->left = build(depth - 1);
        t->right = build(depth - 1);
    }
    return t;
}

static int count(const struct tree *t) {
    return t == NULL ? 0 : 1 + count(t->left) + count(t->right);
}

static void take_down(struct tree *t) {
    if (t) {
        take_down(t->left);
        take_down(t->right);
        free(t);
    }
}

int main(void) {
    long total = 0;
    for (int round = 0; round < 24; round++) {
        struct tree *t = build(15);
        total += count(t);
        take_down(t);
    }
    printf("%ld\n", total);
    return 0;
}
