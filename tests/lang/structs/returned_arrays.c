#include <stdio.h>
#include <string.h>

struct name { char text[12]; int n; };
static struct name make(const char *s) {
    struct name r;
    strcpy(r.text, s);
    r.n = (int)strlen(s);
    return r;
}
static int count(int c) { return c; }

int main(void) {
    printf("%s\n", make("hello").text); // expect: hello
    printf("%c\n", make("hello").text[1]); // expect: e
    printf("%d %s\n", make("abc").n, make("def").text); // expect: 3 def
    if (strcmp(make("x").text, "x") == 0 && make("long one").n == 8)
        printf("equal\n"); // expect: equal
    printf("%s\n", count(1) ? make("yes").text : make("no").text); // expect: yes
    struct name all[2] = {make("first"), make("second")};
    printf("%s %s\n", all[0].text, all[1].text); // expect: first second
    return 0;
}
