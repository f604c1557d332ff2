#include <string.h>

int main(void) {
    const char *text = "abc";
    return (int)strlen(text + 5); // trap: `strlen` begins past the end of a string literal: at byte 5 of 4
}
