// The variables that fclose sets are gone.
#include <stdio.h>
static FILE *make(void) {
    char *text;
    size_t size;
    FILE *f = open_memstream(&text, &size);
    fputs("text", f);
    return f;
}
int main(void) {
    fclose(make()); // trap: text
    return 0;
}
