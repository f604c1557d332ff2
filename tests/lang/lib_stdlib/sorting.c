#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int up(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
struct item { int key; char name; };
static int by_key(const void *a, const void *b) { return ((const struct item *)a)->key - ((const struct item *)b)->key; }
static int noisy(const void *a, const void *b) {
    printf("(%d %d)", *(const int *)a, *(const int *)b);
    return up(a, b);
}
int main(void) {
    int a[] = {5, 3, 9, 1, 7, 3, 8};
    qsort(a, 7, sizeof *a, up);
    for (int i = 0; i < 7; i++)
        printf("%d ", a[i]);
    puts(""); // expect: 1 3 3 5 7 8 9 
    const char *words[] = {"pear", "apple", "fig", "banana"};
    qsort(words, 4, sizeof *words, by_text);
    printf("%s %s %s %s\n", words[0], words[1], words[2], words[3]); // expect: apple banana fig pear
    struct item items[] = {{2, 'a'}, {1, 'b'}, {2, 'c'}, {1, 'd'}, {0, 'e'}, {2, 'f'}};
    qsort(items, 6, sizeof *items, by_key);
    for (int i = 0; i < 6; i++)
        printf("%d%c ", items[i].key, items[i].name);
    puts(""); // expect: 0e 1b 1d 2a 2c 2f 
    int b[] = {3, 1, 2, 4};
    qsort(b, 4, sizeof *b, noisy);
    puts(""); // expect: (3 1)(2 4)(1 2)(3 2)(3 4)
    int key = 7, *hit = bsearch(&key, a, 7, sizeof *a, up);
    printf("%d\n", (int)(hit - a)); // expect: 4
    key = 4;
    printf("%d\n", bsearch(&key, a, 7, sizeof *a, up) == NULL); // expect: 1
    qsort(a, 0, sizeof *a, up);
    qsort(a, 1, sizeof *a, up);
    printf("%d\n", a[0]); // expect: 1
    return 0;
}
