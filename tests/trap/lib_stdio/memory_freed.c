#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *text = strdup("one\ntwo\n"), line[10];
    FILE *f = fmemopen(text, 8, "r");
    fgets(line, sizeof line, f);
    free(text);
    fgets(line, sizeof line, f); // trap: freed
    return 0;
}
