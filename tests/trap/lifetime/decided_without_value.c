// Moving a byte is one thing, deciding on it another: the copy stops at what has no value.
#include <stdio.h>

static void copy_string(char *to, const char *from) {
    char c;
    do {
        c = *from++; // trap: read of element 2 of `char word[8]`, which has no value yet
        *to++ = c;
    } while (c);
}

int main(void) {
    char word[8], out[8];
    word[0] = 'h';
    word[1] = 'i';
    copy_string(out, word);
    puts(out);
}
