// A string moved within its own array.
// note: `memmove` allows that: it takes the number of bytes, for a string `strlen(s) + 1`
#include <string.h>

int main(void) {
    char word[10] = "abcdef";
    strcpy(word, word + 1); // trap: overlap
    return word[0];
}
