#include <stdio.h>
#include <string.h>

int main(void) {
    const char *s = "hello, " "world";
    printf("%zu %s\n", strlen(s), s); // expect: 12 hello, world
    char a[] = "abc";
    printf("%zu %c\n", sizeof a, a[2]); // expect: 4 c
    char b[8] = "xy";
    printf("%d%d\n", b[2], b[7]); // expect: 00
    char c[3] = "xyz";
    printf("%.3s\n", c); // expect: xyz
    printf("%c%c\n", "index"[2], *"first"); // expect: df
    printf("%zu\n", sizeof "four"); // expect: 5
    printf("%d\n", "\x41\102\0C"[3]); // expect: 67
    printf("%s\n", s + 7); // expect: world
    const char *p = strchr(s, 'w');
    printf("%td\n", p - s); // expect: 7
    static const char table[][4] = {"ab", "cd", "efg"};
    printf("%s%s%s\n", table[0], table[1], table[2]); // expect: abcdefg
    printf("tab\tquote\"slash\\\n"); // expect: tab	quote"slash\
    return 0;
}
