#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
int main(void) {
    const char *s = "the quick brown fox";
    printf("%s\n", strchr(s, 'q')); // expect: quick brown fox
    printf("%d\n", strchr(s, 'z') == NULL); // expect: 1
    printf("[%s]\n", strchr(s, 0)); // expect: []
    printf("%s\n", strrchr(s, 'o')); // expect: ox
    printf("%s\n", strstr(s, "brown")); // expect: brown fox
    printf("%d %s\n", strstr(s, "cat") == NULL, strstr(s, "")); // expect: 1 the quick brown fox
    printf("%zu %zu\n", strspn("112233abc", "123"), strcspn("hello, world", ", ")); // expect: 6 5
    printf("%s\n", strpbrk(s, "bxq")); // expect: quick brown fox
    printf("%s\n", (char *)memchr(s, 'k', 19)); // expect: k brown fox
    char text[] = "a,b,,c;d";
    for (char *p = strtok(text, ",;"); p; p = strtok(NULL, ",;"))
        printf("<%s>", p);
    puts(""); // expect: <a><b><c><d>
    char line[] = "x=1 y=2", *save;
    printf("%s ", strtok_r(line, " ", &save));
    printf("%s\n", strtok_r(NULL, " ", &save)); // expect: x=1 y=2
    char csv[] = "1,,3", *rest = csv, *piece;
    while ((piece = strsep(&rest, ",")))
        printf("[%s]", piece);
    puts(""); // expect: [1][][3]
    printf("%s\n", strcasestr("Hello World", "WORLD")); // expect: World
    printf("%s\n", strerror(2)); // expect: No such file or directory
    return 0;
}
