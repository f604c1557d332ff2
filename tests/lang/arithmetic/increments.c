// ++ and -- before and behind, on every kind of place.
#include <stdio.h>

struct s {
    int n;
    short h;
    unsigned char c;
};
int global = 10;

int main(void) {
    int i = 5, a[3] = {1, 2, 3}, *p = a;
    struct s s = {1, 2, 255};
    double d = 1.5;
    printf("%d %d\n", i++, 0); // expect: 5 0
    printf("%d\n", i); // expect: 6
    printf("%d\n", ++i); // expect: 7
    printf("%d\n", i-- - --i); // expect: 2
    printf("%d %d\n", a[1]++, 0); // expect: 2 0
    printf("%d\n", a[1]); // expect: 3
    printf("%d\n", *p++); // expect: 1
    printf("%d\n", *++p); // expect: 3
    printf("%d\n", (*p)--); // expect: 3
    printf("%d\n", a[2]); // expect: 2
    printf("%d\n", s.c++); // expect: 255
    printf("%d\n", s.c); // expect: 0
    printf("%d %d\n", s.h--, 0); // expect: 2 0
    printf("%d\n", --s.n); // expect: 0
    printf("%.1f\n", d++); // expect: 1.5
    printf("%.1f\n", --d); // expect: 1.5
    printf("%d\n", global++ + 1); // expect: 11
    printf("%d\n", global); // expect: 11
    return 0;
}
