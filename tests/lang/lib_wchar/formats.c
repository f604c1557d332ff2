#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>
static int print(wchar_t *to, size_t n, const wchar_t *format, ...) {
    va_list list;
    va_start(list, format);
    int count = vswprintf(to, n, format, list);
    va_end(list);
    return count;
}
int main(void) {
    wchar_t text[40];
    int n = swprintf(text, 40, L"%d %s %ls %5.2f \u00e9", 42, "hi", L"wide", 3.14159);
    printf("%d %ls\n", n, text); // expect: 18 42 hi wide  3.14 é
    printf("%d %ls\n", print(text, 40, L"<%c%lc>", 'a', L'b'), text); // expect: 4 <ab>
    printf("%d\n", swprintf(text, 3, L"%d", 12345)); // expect: -1
    int x, y;
    printf("%d", swscanf(L"12 34", L"%d %d", &x, &y)); // expect: 2 12 34
    printf(" %d %d\n", x, y);
    wprintf(L"%ls %s\n", L"wide", "narrow"); // expect: wide narrow
}
