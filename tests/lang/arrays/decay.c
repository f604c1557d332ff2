#include <stdio.h>

static size_t size(int a[10]) { return sizeof(a); }
static int first(int *a) { return *a; }
static char *pick(char (*rows)[4], int n) { return rows[n]; }

int main(void) {
    int a[10] = {7};
    printf("%zu %zu %zu\n", sizeof a, size(a), sizeof(a + 0)); // expect: 40 8 8
    printf("%d %d\n", first(a), first(&a[0])); // expect: 7 7
    printf("%d\n", (void *)a == (void *)&a); // expect: 1
    printf("%td\n", (&a + 1) - &a); // expect: 1
    printf("%td\n", (char *)(&a + 1) - (char *)a); // expect: 40
    char rows[2][4] = {"one", "two"};
    printf("%s %c\n", pick(rows, 1), *pick(rows, 0)); // expect: two o
    printf("%s\n", *rows + 1); // expect: ne
    printf("%zu\n", sizeof rows[0]); // expect: 4
    typeof(a) b = {1, 2};
    printf("%d %zu\n", b[1], sizeof b); // expect: 2 40
    int *p = 1 ? a : 0;
    printf("%d\n", p[0]); // expect: 7
    return 0;
}
