// The size of a pointer is not that of what it points at.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    int values[6];
    struct node *next;
};

int count(int a[10]) {
    return sizeof a / sizeof a[0]; // warning: parameter `a` is a pointer, so this is 8, not the size of the array
}

int main(void) {
    int numbers[4] = {0};
    int *p = numbers;
    printf("%zu\n", sizeof p / sizeof p[0]); // warning: this is the size of the pointer itself
    printf("%zu %zu\n", sizeof numbers / sizeof numbers[0], sizeof p);
    struct node *a = malloc(sizeof a);                 // warning: this is the size of the pointer itself
    struct node *b = malloc(10 * sizeof(struct node *)); // warning: this is the size of the pointer itself
    struct node **list = malloc(10 * sizeof *list);
    struct node *right = malloc(sizeof *right + 10);
    struct node *few = malloc(16);      // warning: 16 bytes are too few for one `struct node` (32 bytes each)
    int *odd = (int *)malloc(10);       // warning: 10 bytes are no whole number of `int` (4 bytes each)
    int *all = calloc(10, sizeof(int));
    char *copy = malloc(strlen("abc")); // warning: there is no room here for the string's final `\0`
    memset(a, 0, sizeof a);             // warning: this is the size of the pointer itself
    memset(b, sizeof *b, 0);            // warning: this sets 0 bytes
    memset(all, 0, 0);
    free(numbers); // warning: `free` of `numbers`, which does not come from malloc
    free(&p);      // warning: `free` of `p`, which does not come from malloc
    free("text");  // warning: `free` of a string literal
    free(list);
    return count(numbers) + (right && few && odd && copy);
}
