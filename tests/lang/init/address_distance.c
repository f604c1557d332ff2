// Two addresses in one static object have a distance and an order before the program runs.
#include <stddef.h>
#include <stdio.h>
struct s { char a; int b; double c[3]; } x;
int list[5];
static ptrdiff_t bytes = (char *)&x.c[1] - (char *)&x;
static int elements = (int)(&list[3] - list);
static int is_behind = &list[3] > list + 1, is_same = &x.b == (int *)((char *)&x + 4);
static size_t old_offsetof = (size_t)&((struct s *)0)->c;
int main(void) {
    static long inside = &list[1] - &list[4];
    printf("%td %d %d %d %zu %ld\n", bytes, elements, is_behind, is_same, old_offsetof, inside); // expect: 16 3 1 1 8 -3
}
