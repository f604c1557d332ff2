// A FILE whose text is in memory that grows: the program sees it after fflush and fclose.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *text = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&text, &size);
    fprintf(f, "%d and %s", 1, "two");
    printf("%d\n", text == NULL);                          // expect: 1
    fflush(f);
    printf("%s, %zu, %ld\n", text, size, ftell(f));        // expect: 1 and two, 9, 9
    char *before = text;
    fflush(f);
    printf("%d\n", before == text);                        // expect: 1
    fseek(f, 0, SEEK_SET);
    fputc('X', f);
    fflush(NULL);
    printf("%s, %zu\n", text, size);                       // expect: X and two, 1
    fseek(f, 2, SEEK_END);
    fputs("!", f);
    printf("%d\n", fclose(f));                             // expect: 0
    printf("%zu %d %d %s\n", size, text[9], text[10], text + 11); // expect: 12 0 0 !
    free(text);

    // It grows as needed, and nothing can be read.
    f = open_memstream(&text, &size);
    for (int i = 0; i < 20000; i++)
        fprintf(f, "%05d", i);
    printf("%d %d\n", fgetc(f), fseek(f, -1, SEEK_SET));   // expect: -1 -1
    fclose(f);
    printf("%zu %.5s %zu\n", size, text + 5 * 19999, strlen(text)); // expect: 100000 19999 100000
    free(text);

    // The text of none is a string as well.
    f = open_memstream(&text, &size);
    fclose(f);
    printf("[%s] %zu\n", text, size);                      // expect: [] 0
    free(text);

    // A stream that is forgotten goes with its text.
    open_memstream(&text, &size);
    return 0;
}
