#include <stdio.h>
int main(void) {
    FILE *f = tmpfile();
    fclose(f);
    fputs("late", f); // trap: closed
    return 0;
}
