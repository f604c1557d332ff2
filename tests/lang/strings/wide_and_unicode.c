#include <stdio.h>
#include <wchar.h>

int main(void) {
    const char *s = "h\u00e9llo \u4e16";
    int n = 0;
    for (const char *p = s; *p; p++)
        if ((*p & 0xc0) != 0x80) n++;
    printf("%d\n", n); // expect: 7
    wchar_t w[] = L"ab\u00e9";
    printf("%zu %d\n", sizeof w, w[2]); // expect: 16 233
    printf("%zu\n", wcslen(w)); // expect: 3
    printf("%zu %zu\n", sizeof u"ab", sizeof U"ab"); // expect: 6 12
    printf("%d\n", u'\u4e16'); // expect: 19990
    printf("%s\n", u8"plain"); // expect: plain
    return 0;
}
