#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *text;
    size_t size;
    FILE *f = open_memstream(&text, &size);
    fputs("text", f);
    fflush(f);
    free(text);
    fclose(f); // trap: freed
    return 0;
}
