// `static` asks for so many elements or more: of arrays, rows, blocks, texts and what follows a place inside one.
#include <stdio.h>
#include <stdlib.h>

static int last(int n, const int a[const static n]) {
    return a[n - 1];
}

static char third(const char text[static 3]) {
    return text[2];
}

static int corner(int n, int rows[static 2][n]) {
    return rows[1][n - 1];
}

static int calls;
static int count(void) {
    calls++;
    return 2;
}

static int counted(int a[static count()]) {
    return a[1];
}

int main(void) {
    int a[5] = {1, 2, 3, 4, 5}, rows[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int *block = malloc(2 * sizeof *block);
    block[0] = 7;
    block[1] = 8;
    int (*f)(int, const int *) = last;
    printf("%d %d %d %d\n", last(5, a), last(2, a + 3), last(2, block), f(3, a)); // expect: 5 5 8 3
    printf("%c %d %d\n", third("abc"), corner(3, rows), last(6, rows[0])); // expect: c 6 6
    int second = counted(a);
    printf("%d %d\n", second, calls); // expect: 2 1
    printf("%d\n", last(0, a + 1)); // expect: 1
    free(block);
    return 0;
}
