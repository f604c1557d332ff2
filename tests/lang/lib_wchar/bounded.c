// What takes a number of characters needs no zero behind them (C17 7.29.4.2.2, 7.29.4.3.2,
// 7.29.4.4.2), as its kin for bytes.
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static int sign(int order) {
    return (order > 0) - (order < 0);
}

int main(void) {
    const wchar_t open[3] = {L'a', L'b', L'c'};
    wchar_t to[8];
    wcsncpy(to, open, 3);
    to[3] = 0;
    printf("%ls\n", to); // expect: abc
    wcsncat(to, open, 3);
    printf("%ls\n", to); // expect: abcabc
    wcsncpy(to, L"x", 8);
    printf("%ls %d\n", to, (int)to[7]); // expect: x 0

    printf("%d %d\n", wcsncmp(open, to, 100) < 0, wcsncmp(open, L"abd", 2)); // expect: 1 0
    printf("%d %d\n", sign(wcsncmp(L"ab", L"abc", 5)), sign(wcsncmp(L"abc", L"ab", 5))); // expect: -1 1
    printf("%d %d\n", sign(strncmp("ab", "abc", 5)), sign(strncasecmp("ABC", "ab", 5))); // expect: -1 1
    printf("%d %d\n", wcsncmp(open, L"", 0), strncmp("a", "b", 0)); // expect: 0 0
    printf("%ld %lu\n", wcstol(L"-12x", NULL, 10), wcstoul(L"-1", NULL, 10)); // expect: -12 18446744073709551615
}
