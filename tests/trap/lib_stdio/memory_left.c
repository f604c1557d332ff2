#include <stdio.h>
static FILE *make(void) {
    char a[10] = "";
    return fmemopen(a, sizeof a, "w");
}
int main(void) {
    FILE *f = make();
    fputs("x", f); // trap: `a`
    return 0;
}
