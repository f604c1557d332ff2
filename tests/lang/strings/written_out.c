// String functions written by hand.
#include <stdio.h>
#include <string.h>
#include <ctype.h>
char *rev(char *s) {
    char *b = s, *e = s + strlen(s) - 1;
    while (b < e) {
        char t = *b;
        *b++ = *e;
        *e-- = t;
    }
    return s;
}
int wc(const char *s) {
    int n = 0, in = 0;
    for (; *s; s++)
        if (isspace((unsigned char)*s))
            in = 0;
        else if (!in) {
            in = 1;
            n++;
        }
    return n;
}
int atoi_(const char *s) {
    int n = 0, g = 1;
    if (*s == '-') {
        g = -1;
        s++;
    }
    while (*s >= '0' && *s <= '9')
        n = n * 10 + *s++ - '0';
    return g * n;
}
void itoa_(int n, char *b) {
    char *p = b;
    if (n < 0) {
        *p++ = '-';
        n = -n;
    }
    char t[12];
    int i = 0;
    do
        t[i++] = n % 10 + '0';
    while (n /= 10);
    while (i)
        *p++ = t[--i];
    *p = 0;
}
int main(void) {
    char s[] = "hello";
    puts(rev(s));
    printf("%d\n", wc(" a bb  ccc "));
    printf("%d\n", atoi_("-123x"));
    char b[20];
    itoa_(-4096, b);
    puts(b);
    char *tok, str[] = "a,b;c";
    for (tok = strtok(str, ",;"); tok; tok = strtok(0, ",;"))
        printf("<%s>", tok);
    puts("");
    const char *names[] = {"x", "yy", "zzz"};
    size_t t = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        t += strlen(names[i]);
    printf("%zu\n", t);
    char m[3][5] = {"ab", "cd"};
    strcpy(m[2], "ef");
    for (int i = 0; i < 3; i++)
        printf("%s ", m[i]);
    puts("");
    return 0;
}
// expect: olleh
// expect: 3
// expect: -123
// expect: -4096
// expect: <a><b><c>
// expect: 6
// expect: ab cd ef 
