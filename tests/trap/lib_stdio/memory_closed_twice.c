#include <stdio.h>
int main(void) {
    char a[4];
    FILE *f = fmemopen(a, sizeof a, "w");
    fclose(f);
    fclose(f); // trap: closed
    return 0;
}
