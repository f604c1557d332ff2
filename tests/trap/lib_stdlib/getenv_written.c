#include <stdlib.h>
#include <string.h>

int main(void) {
    char *copy = strdup(getenv("PATH"));
    copy[0] = 'x';
    free(copy);
    strtok(getenv("PATH"), ":/"); // trap: `strtok` writes to a text of the library's, which cannot be changed
    // note: copy it first (`strdup`), or into an array of your own
    return 0;
}
