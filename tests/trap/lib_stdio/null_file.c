#include <stdio.h>
int main(void) {
    FILE *f = fopen("/no/such/file", "r");
    fgetc(f); // trap: did fopen fail?
    return 0;
}
