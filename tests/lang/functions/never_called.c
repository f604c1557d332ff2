// Where a constant condition lets the program never come, a function needs no body: old code chooses so what is linked.
#include <stdio.h>
#include <stdlib.h>
extern void link_error(void);
extern int missing(int x);
int main(int argc, char **argv) {
    (void)argv;
    if (0)
        link_error();
    if (sizeof(long) == 8)
        puts("wide"); // expect: wide
    else
        link_error();
    while (0)
        link_error();
    for (; 0;)
        link_error();
    int a = 0 && missing(1), b = 1 || missing(2), c = 0 ? missing(3) : 7;
    if (argc && 0)
        link_error();
    if (argc || 1)
        printf("%d %d %d\n", a, b, c); // expect: 0 1 7
    else
        link_error();
    return 0;
}
