#include <stdio.h>
#include <string.h>
#include <strings.h>
static int sign(int n) { return (n > 0) - (n < 0); }
int main(void) {
    printf("%d %d %d\n", sign(strcmp("a", "b")), sign(strcmp("b", "a")), sign(strcmp("a", "a"))); // expect: -1 1 0
    printf("%d %d\n", sign(strcmp("abc", "abcd")), sign(strcmp("", ""))); // expect: -1 0
    printf("%d %d\n", sign(strncmp("abc", "abd", 2)), sign(strncmp("abc", "abd", 3))); // expect: 0 -1
    printf("%d %d\n", sign(memcmp("a\0b", "a\0c", 3)), sign(memcmp("x", "y", 0))); // expect: -1 0
    printf("%d\n", sign(strcmp("\xff", "a"))); // expect: 1
    printf("%d %d\n", sign(strcasecmp("HELLO", "hello")), sign(strncasecmp("HELlo", "helMO", 4))); // expect: 0 -1
    printf("%d\n", sign(strcoll("a", "b"))); // expect: -1
    char two[2] = {'a', 'b'};
    printf("%d\n", sign(strncmp(two, "ac", 5))); // expect: -1
    return 0;
}
