// Conditions of every type, alone and combined.
#include <stdio.h>

static int t(int n) { printf("%d", n); return n; }

int main(void) {
    double d = 0.5;
    char *p = "x", *n = 0;
    long l = 1L << 40;
    float f = 0;
    unsigned char c = 0;
    if (d) printf("d");
    if (!f) printf("f");
    if (p && !n) printf("p");
    if (l) printf("l");
    if (c) printf("c"); else printf("-");
    if (p != n) printf("=");
    printf("\n");
    if (t(1) && (t(0) || t(2)) && !t(0)) printf(" yes\n");
    if (!(t(1) && t(0)) || t(3)) printf(" yes\n");
    if ((t(0) || t(0)) && t(5) || t(6)) printf(" yes\n");
    while (!(t(0) || t(1))) ;
    printf("\n");
    int x = 5;
    if (x > 3 && x < 10 && x != 7 || x == 100) printf("in\n");
    if (x & 1) printf("odd\n");
    if (x & 8) printf("never\n");
    if ((x = 0)) printf("never\n");
    if (x = 3, x > 2) printf("comma\n");
    if (l > 1000000 == 1) printf("big\n");
    int both = (x > 2) == (d < 1);
    printf("%d\n", both);
    return 0;
}
// expect: dfpl-=
// expect: 1020 yes
// expect: 10 yes
// expect: 006 yes
// expect: 01
// expect: in
// expect: odd
// expect: comma
// expect: big
// expect: 1
