// Older and shorter spellings that glibc takes: the checker and the library agree on them.
#include <errno.h>
#include <stdio.h>
#include <wchar.h>

int main(void) {
    printf("%C|%S|%5.2S|\n", L'\u00e9', L"d\u00e9j\u00e0", L"abc"); // expect: é|déjà|   ab|
    printf("%qd %Ld %Lx\n", 5000000000LL, -5000000000LL, 5000000000LL); // expect: 5000000000 -5000000000 12a05f200
    printf("%Zu\n", sizeof(char[3])); // expect: 3
    printf("%w64d %wf16d %w8d\n", 5000000000L, 300L, 300); // expect: 5000000000 300 44
    errno = ENOENT;
    printf("%m\n"); // expect: No such file or directory

    long long big;
    long double number;
    wchar_t text[8];
    sscanf("5000000000 2.5 abc", "%Ld %Lf %S", &big, &number, text);
    printf("%lld %.1Lf %ls\n", big, number, text); // expect: 5000000000 2.5 abc
}
