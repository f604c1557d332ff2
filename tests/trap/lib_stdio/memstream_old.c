// A pointer to the text from before it grew.
#include <stdio.h>
int main(void) {
    char *text;
    size_t size;
    FILE *f = open_memstream(&text, &size);
    fputs("one", f);
    fflush(f);
    char *before = text;
    fputs("two", f);
    fclose(f);
    puts(before); // trap: freed
    return 0;
}
