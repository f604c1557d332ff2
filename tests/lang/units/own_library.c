// What one file defines is the program's own in all of them, though the library has it
// too: a declaration means the program's. What an #if takes away, and what is static,
// leaves the library's in place.
// args: own_library.part.c
#include <stdio.h>
#include <string.h>
#include <unistd.h>
extern int optind, opterr;
extern char *optarg;
int getopt(int argc, char *const argv[], const char *options);
size_t strlcpy(char *to, const char *from, size_t size);
char *strsep(char **rest, const char *stops);
size_t strnlen(const char *text, size_t most);
int main(void) {
    char copy[4], *rest = copy;
    printf("%d %d %s\n", optind, opterr, optarg);       // expect: 42 43 own
    printf("%d\n", getopt(3, NULL, ""));                // expect: 303
    printf("%zu\n", strlcpy(copy, "abc", sizeof copy)); // expect: 3
    printf("%s\n", strsep(&rest, "b"));                 // expect: a
    printf("%zu\n", strnlen("abc", 2));                 // expect: 99
}
