// Wide, UTF-16 and UTF-32 literals.
#include <stdio.h>
#include <wchar.h>
#include <stddef.h>
#include <uchar.h>
int main(void) {
    wchar_t w[] = L"hé€😀";
    printf("%zu %d %d %d\n", sizeof w / sizeof *w, w[1], w[2], w[3]);
    char16_t s16[] = u"😀a";
    printf("%zu %x %x\n", sizeof s16, s16[0], s16[1]);
    char32_t c = U'😀';
    printf("%x\n", c);
    printf("%zu\n", sizeof u8"é");
    printf("%d\n", L'a');
    const wchar_t *p = L"ab"
                       L"cd";
    printf("%zu\n", wcslen(p));
    printf("%zu\n", sizeof(L"a"
                           "b"));
    printf("%d %d\n", '\377', '\xff');
    printf("%d\n", 'ab');
    printf("%d\n", L'\x1234');
    printf("%zu\n", sizeof 'a');
    puts("\u00e9\101\x41\e[0m");
    return 0;
}
// expect: 5 233 8364 128512
// expect: 8 d83d de00
// expect: 1f600
// expect: 3
// expect: 97
// expect: 4
// expect: 12
// expect: -1 -1
// expect: 24930
// expect: 4660
// expect: 4
// expect: éAA[0m
