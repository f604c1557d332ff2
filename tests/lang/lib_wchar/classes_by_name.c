// Classes and maps by name; letters outside of ASCII are letters whatever locale the host has.
int main(void) {
    printf("%d %d\n", iswctype(L'x', wctype("alpha")) != 0, iswctype(L'x', wctype("digit")) != 0); // expect: 1 0
    printf("%lu\n", wctype("nonsense")); // expect: 0
    printf("%lc\n", towctrans(L'q', wctrans("toupper"))); // expect: Q
    printf("%d %x\n", iswalpha(0xe9) != 0, towupper(0xe9)); // expect: 1 c9
    printf("%zu %d\n", wcsnlen(L"abc", 2), wcscasecmp(L"ABC", L"abd") < 0); // expect: 2 1
    wchar_t *copy = wcsdup(L"text");
    printf("%ls %g\n", copy, wcstof(L"0.5x", NULL)); // expect: text 0.5
    free(copy);
    errno = 0;
    wcstod(L"1e999", NULL);
    printf("%d\n", errno == ERANGE); // expect: 1
    wchar_t date[20];
    time_t zero = 0;
    printf("%zu %ls\n", wcsftime(date, 20, L"%Y", gmtime(&zero)), date); // expect: 4 1970
}
