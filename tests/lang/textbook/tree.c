// A binary search tree of words with counts.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tnode {
    char *word;
    int count;
    struct tnode *left, *right;
};

static struct tnode *add(struct tnode *p, const char *w) {
    int cond;
    if (p == NULL) {
        p = (struct tnode *)malloc(sizeof(struct tnode));
        p->word = strdup(w);
        p->count = 1;
        p->left = p->right = NULL;
    } else if ((cond = strcmp(w, p->word)) == 0) {
        p->count++;
    } else if (cond < 0) {
        p->left = add(p->left, w);
    } else {
        p->right = add(p->right, w);
    }
    return p;
}

static void print(const struct tnode *p) {
    if (p != NULL) {
        print(p->left);
        printf("%4d %s\n", p->count, p->word);
        print(p->right);
    }
}

int main(void) {
    const char *words[] = {"now", "is", "the", "time", "for", "all", "good", "men", "is", "the", "the"};
    struct tnode *root = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        root = add(root, words[i]);
    print(root);
    return 0;
}

// expect:    1 all
// expect:    1 for
// expect:    1 good
// expect:    2 is
// expect:    1 men
// expect:    1 now
// expect:    3 the
// expect:    1 time
