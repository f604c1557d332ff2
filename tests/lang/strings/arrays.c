// Strings as arrays and as pointers.
#include <stdio.h>
#include <string.h>
char g[] = "global";
char *lit = "li"
            "ter"
            "al";
char arr[10] = "abc";
char two[][6] = {"one", "two", "three"};
const char nul[] = "a\0b";
int main(void) {
    printf("%zu %zu %zu %zu\n", sizeof g, strlen(lit), sizeof arr, sizeof nul);
    printf("%d\n", arr[5]);
    puts(two[2]);
    g[0] = 'G';
    puts(g);
    char l[] = "local";
    l[1] = '0';
    puts(l);
    char *p = l;
    while (*p)
        putchar(*p++);
    puts("");
    printf("%c\n", "hello"[1]);
    printf("%c\n", *("abc" + 2));
    printf("%d\n", sizeof("ab\x63"
                          "d"));
    char b[50];
    strcpy(b, "x");
    strcat(b, "yz");
    puts(b);
    printf("%d %d\n", strcmp("a", "b") < 0, strncmp("abc", "abd", 2));
    printf("%s\n", strchr("hello", 'l'));
    memset(b, '-', 5);
    b[5] = 0;
    puts(b);
    printf("%d\n", '\101' + '\x1' + '\0');
    printf("a\tb\\n\"q\"\n");
    puts("tri??/graph");
    return 0;
}
// expect: 7 7 10 4
// expect: 0
// expect: three
// expect: Global
// expect: l0cal
// expect: l0cal
// expect: e
// expect: c
// expect: 5
// expect: xyz
// expect: 1 0
// expect: llo
// expect: -----
// expect: 66
// expect: a	b\n"q"
// expect: tri??/graph
