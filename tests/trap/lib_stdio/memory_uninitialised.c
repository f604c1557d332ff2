#include <stdio.h>
#include <string.h>
int main(void) {
    char a[10];
    memcpy(a, "ab", 2);
    FILE *f = fmemopen(a, sizeof a, "r");
    while (fgetc(f) != EOF) // trap: initialised
        ;
    return 0;
}
