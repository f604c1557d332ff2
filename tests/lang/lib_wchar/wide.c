#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>
int main(void) {
    setlocale(LC_ALL, "C.UTF-8");
    wchar_t buf[20];
    printf("%zu\n", wcslen(L"hello")); // expect: 5
    wcscpy(buf, L"wide");
    wcscat(buf, L" text");
    printf("%ls %zu\n", buf, wcslen(buf)); // expect: wide text 9
    printf("%d %d\n", wcscmp(L"a", L"b") < 0, wcsncmp(L"abc", L"abd", 2)); // expect: 1 0
    printf("%ls\n", wcschr(buf, L't')); // expect: text
    printf("%ls\n", wcsstr(buf, L"ex")); // expect: ext
    printf("%zu\n", mbstowcs(buf, "h\xc3\xa9llo", 20)); // expect: 5
    printf("%d %d\n", (int)buf[1], (int)buf[5]); // expect: 233 0
    char back[20];
    printf("%zu ", wcstombs(back, buf, 20));
    printf("%s\n", back); // expect: 6 héllo
    printf("%ld\n", wcstol(L"123", NULL, 10)); // expect: 123
    printf("%d %d\n", iswalpha(L'a') != 0, (int)towupper(L'b')); // expect: 1 66
    printf("%zu\n", sizeof(wchar_t)); // expect: 4
    return 0;
}
