// The string functions a beginner writes, and the library's.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static void reverse(char s[]) {
    for (int i = 0, j = (int)strlen(s) - 1; i < j; i++, j--) {
        int c = s[i];
        s[i] = s[j];
        s[j] = (char)c;
    }
}

static void itoa10(int n, char s[]) {
    int i = 0, sign;
    if ((sign = n) < 0)
        n = -n;
    do {
        s[i++] = (char)(n % 10 + '0');
    } while ((n /= 10) > 0);
    if (sign < 0)
        s[i++] = '-';
    s[i] = '\0';
    reverse(s);
}

static size_t my_strlen(const char *s) {
    const char *p = s;
    while (*p)
        p++;
    return (size_t)(p - s);
}

static char *my_strcpy(char *d, const char *s) {
    char *r = d;
    while ((*d++ = *s++))
        ;
    return r;
}

int main(void) {
    char buf[64];
    itoa10(-1234, buf);
    printf("%s %zu\n", buf, my_strlen(buf));
    my_strcpy(buf, "hello");
    strcat(buf, ", world");
    for (char *p = buf; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    puts(buf);
    char line[] = "one,two;;three";
    for (char *t = strtok(line, ",;"); t; t = strtok(NULL, ",;"))
        printf("[%s]\n", t);
    printf("%d %d %d\n", strcmp("abc", "abd") < 0, strncmp("abc", "abd", 2), strcmp("b", "a") > 0);
    printf("%s %s\n", strchr("path/to/file", '/'), strrchr("path/to/file", '/'));
    printf("%s\n", strstr("the needle in", "needle"));
    printf("%10s|%-10s|%.3s|\n", "right", "left", "cut off");
    return 0;
}

// expect: -1234 5
// expect: HELLO, WORLD
// expect: [one]
// expect: [two]
// expect: [three]
// expect: 1 0 1
// expect: /to/file /file
// expect: needle in
// expect:      right|left      |cut|
