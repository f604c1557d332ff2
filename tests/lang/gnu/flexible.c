// The flexible array of a static object is as long as its initialiser.
#include <stdio.h>
struct s { int n; int a[]; };
static struct s x = {3, {1, 2, 3}};
struct t { int n; char text[]; } y = {5, "hello"};
struct s none = {0, {}};
int main(void) {
    static struct s local = {2, {8, [1] = 9}};
    printf("%d %d %s %d %zu\n", x.a[0], x.a[2], y.text, local.a[1], sizeof x); // expect: 1 3 hello 9 4
}
