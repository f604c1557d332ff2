// Structs larger than registers, passed through several calls and in conditions.
#include <stdio.h>

struct big { int a[20]; };
static struct big fill(int n) {
    struct big b;
    for (int i = 0; i < 20; i++)
        b.a[i] = n + i;
    return b;
}
static int last(struct big b) { return b.a[19]; }
static struct big pick(int c, struct big x, struct big y) { return c ? x : y; }

int main(void) {
    struct big a = fill(1), b = fill(100);
    printf("%d %d\n", last(a), last(b)); // expect: 20 119
    printf("%d\n", last(pick(0, a, b))); // expect: 119
    if (fill(3).a[0] == 3 && last(fill(4)) == 23)
        printf("yes\n"); // expect: yes
    a = a.a[0] > 5 ? a : b;
    printf("%d\n", a.a[0]); // expect: 100
    printf("%d\n", (a.a[0] ? fill(9) : b).a[1]); // expect: 10
    struct big c = (a.a[1] = 3, a);
    printf("%d\n", c.a[1]); // expect: 3
    int n = 0;
    while (last(fill(n)) < 25)
        n++;
    printf("%d\n", n); // expect: 6
    return 0;
}
