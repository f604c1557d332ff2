#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_value(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int main(void) {
    int a[] = {3, 1, 2};
    qsort(a, 3, sizeof a[0], by_value);
    printf("%d%d%d\n", a[0], a[1], a[2]); // expect: 123
    const char *w[] = {"pear", "apple", "fig"};
    qsort(w, 3, sizeof *w, by_name);
    printf("%s %s %s\n", w[0], w[1], w[2]); // expect: apple fig pear
    int key = 2, *found = bsearch(&key, a, 3, sizeof a[0], by_value);
    printf("%td\n", found - a); // expect: 1
    return 0;
}
