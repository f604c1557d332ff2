#include <stdio.h>

static char *skip(char *p) { while (*p == ' ') p++; return p; }
static int word(char **p, char *out) {
    char *s = skip(*p);
    int n = 0;
    while (*s && *s != ' ')
        out[n++] = *s++;
    out[n] = 0;
    *p = s;
    return n;
}
static void squeeze(char *s, int c) {
    char *to = s;
    for (; *s; s++)
        if (*s != c)
            *to++ = *s;
    *to = '\0';
}

int main(void) {
    char text[] = "  the quick  fox", out[20], *p = text;
    while (word(&p, out))
        printf("%s.", out);
    printf("\n"); // expect: the.quick.fox.
    squeeze(text, ' ');
    printf("%s\n", text); // expect: thequickfox
    char *q = text + 3;
    *q-- = 'X';
    *--q = 'Y';
    printf("%s %td\n", text, q - text); // expect: tYeXuickfox 1
    const char *s = "abc";
    int n = 0;
    while (s[n]) n++;
    printf("%d %c%c\n", n, *(s + 1), n["wxyz"]); // expect: 3 bz
    return 0;
}
