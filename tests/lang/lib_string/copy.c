#include <stdio.h>
#include <string.h>
int main(void) {
    char a[20] = "hello", b[20], c[8];
    printf("%s\n", strcpy(b, a)); // expect: hello
    printf("%s\n", strcat(b, " world")); // expect: hello world
    strncpy(c, "abc", sizeof c);
    printf("%s %d %d\n", c, c[3], c[7]); // expect: abc 0 0
    strncpy(c, "abcdefghij", sizeof c);
    printf("%.8s\n", c); // expect: abcdefgh
    printf("%s\n", strncat(strcpy(b, "x"), "12345", 3)); // expect: x123
    memcpy(b, "memory", 7);
    printf("%s\n", b); // expect: memory
    memmove(b + 2, b, 5);
    printf("%s\n", b); // expect: mememororld
    memset(c, '-', 7);
    c[7] = 0;
    printf("%s\n", c); // expect: -------
    printf("%zu %zu %zu\n", strlen(""), strlen("four"), strnlen("four", 2)); // expect: 0 4 2
    char *d = strdup("copy");
    printf("%s\n", d); // expect: copy
    printf("%d\n", (int)(stpcpy(b, "end") - b)); // expect: 3
    int numbers[4] = {1, 2, 3, 4}, more[4];
    memcpy(more, numbers, sizeof numbers);
    printf("%d %d\n", more[0], more[3]); // expect: 1 4
    return 0;
}
