#include <stdio.h>

static int length(const char *s) {
    const char *p = s;
    while (*p) p++;
    return (int)(p - s);
}
static char *copy(char *to, const char *from) {
    char *r = to;
    while ((*to++ = *from++)) ;
    return r;
}
static int compare(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return (unsigned char)*a - (unsigned char)*b;
}
static void reverse(char *s) {
    for (int i = 0, j = length(s) - 1; i < j; i++, j--) {
        char t = s[i];
        s[i] = s[j];
        s[j] = t;
    }
}
static int number(const char *s) {
    int n = 0, sign = 1;
    if (*s == '-') sign = -1, s++;
    while (*s >= '0' && *s <= '9') n = n * 10 + (*s++ - '0');
    return sign * n;
}

int main(void) {
    char buf[32];
    printf("%d\n", length("hello")); // expect: 5
    printf("%s\n", copy(buf, "copy")); // expect: copy
    reverse(buf);
    printf("%s\n", buf); // expect: ypoc
    printf("%d%d\n", compare("abc", "abd") < 0, compare("b", "b")); // expect: 10
    printf("%d\n", number("-1234") + number("34")); // expect: -1200
    return 0;
}
