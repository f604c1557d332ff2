// Sorting lines through `int (*)(void *, void *)`, as books do: `char *` and `void *` are passed alike (C17 6.2.5p28),
// and so are pointers to qualified and unqualified types.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int by_number(char *a, char *b) {
    return (atoi(a) > atoi(b)) - (atoi(a) < atoi(b));
}
static void sort(void *v[], int n, int (*compare)(void *, void *)) {
    for (int i = 1; i < n; i++) {
        for (int k = i; k > 0 && compare(v[k - 1], v[k]) > 0; k--) {
            void *t = v[k];
            v[k] = v[k - 1];
            v[k - 1] = t;
        }
    }
}
static int first(const int *p) {
    return p[0];
}
static char *rest(char *s) {
    return s + 1;
}
int main(void) {
    char *lines[] = {"10", "9", "-3"};
    sort((void **)lines, 3, (int (*)(void *, void *))by_number);
    printf("%s %s %s\n", lines[0], lines[1], lines[2]); // expect: -3 9 10
    sort((void **)lines, 3, (int (*)(void *, void *))strcmp);
    printf("%s %s %s\n", lines[0], lines[1], lines[2]); // expect: -3 10 9
    int a[] = {7};
    int (*plain)(int *) = (int (*)(int *))first;
    const void *(*any)(const void *) = (const void *(*)(const void *))rest;
    printf("%d %s\n", plain(a), (char *)any("xyz")); // expect: 7 yz
}
