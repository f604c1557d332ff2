// The format of error(...) is printf's, also when it is no literal.
#include <stdio.h>

int main(void) {
    const char *format = "%5.2f|%-4s|";
    error e = error("Fmt", format, 3.14159, "ab");
    printf("%s\n", e.message); // expect:  3.14|ab  |
    char name[8] = "Own";
    error f = error(name, "x");
    name[0] = 'A';
    printf("%s\n", f.name); // expect: Own
    return 0;
}
