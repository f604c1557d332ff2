#include <string.h>

int main(void) {
    char *text = strerror(2);
    text[0] = 'n'; // trap: write to a text of the library's, which cannot be changed
    return 0;
}
