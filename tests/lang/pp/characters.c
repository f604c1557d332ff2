#include <stdio.h>
int main(void) {
    printf("%d %d %d %d\n", 'a', '\n', '\0', '\377'); // expect: 97 10 0 -1
    printf("%d %d\n", '\x41', '\''); // expect: 65 39
    printf("%d %d\n", L'é', u'€'); // expect: 233 8364
    printf("%zu %zu %zu\n", sizeof 'a', sizeof "abc", sizeof L"abc"); // expect: 4 4 16
    printf("%s|%s\n", "tab\there", "\u00e9\U0001F600"); // expect: tab	here|é😀
    printf("%zu %zu\n", sizeof u8"é", sizeof u"😀"); // expect: 3 6
    printf("%s\n", "a" "b" /* joined */ "c"
                   "d"); // expect: abcd
    printf("%s\n", "\x4" "1" + 1); // expect: 1
}
