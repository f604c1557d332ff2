// Compare functions with the element's own type, cast as old books do.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int by_text(const char **a, const char **b) {
    return strcmp(*a, *b);
}
static int by_value(int *a, int *b) {
    return *a - *b;
}
int main(void) {
    const char *words[] = {"pear", "apple", "fig"};
    qsort(words, 3, sizeof *words, (int (*)(const void *, const void *))by_text);
    printf("%s %s %s\n", words[0], words[1], words[2]); // expect: apple fig pear
    int numbers[] = {5, -2, 9};
    qsort(numbers, 3, sizeof *numbers, (int (*)(const void *, const void *))by_value);
    int wanted = 9;
    int *found = bsearch(&wanted, numbers, 3, sizeof *numbers, (int (*)(const void *, const void *))by_value);
    printf("%d %td\n", numbers[0], found - numbers); // expect: -2 2
}
