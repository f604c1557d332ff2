#include <stdio.h>
#define GLUE(a, b) a##b
#define XGLUE(a, b) GLUE(a, b)
#define FIELD(type, name) type GLUE(the_, name)
struct pair { FIELD(int, left); FIELD(int, right); };
int main(void) {
    struct pair p = {1, 2};
    int x1 = 5, N = 1;
    printf("%d %d\n", p.the_left, p.the_right); // expect: 1 2
#define N 1
    printf("%d %d\n", XGLUE(x, N), GLUE(4, 2)); // expect: 5 42
    printf("%g\n", GLUE(1., 5e1)); // expect: 15
}
