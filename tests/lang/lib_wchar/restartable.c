// A character may come in pieces: the state keeps what has come.
int main(void) {
    mbstate_t state = {0};
    wchar_t c = 0;
    printf("%zd\n", (ssize_t)mbrtowc(&c, "\xe2", 1, &state)); // expect: -2
    printf("%d\n", mbsinit(&state)); // expect: 0
    printf("%zd\n", (ssize_t)mbrtowc(&c, "\x82\xac", 2, &state)); // expect: 2
    printf("%x %d\n", c, mbsinit(&state)); // expect: 20ac 1
    const char *s = "a\u20ac";
    wchar_t wide[4];
    size_t n = mbsrtowcs(wide, &s, 4, &state);
    printf("%zu %d\n", n, s == NULL); // expect: 2 1
    const wchar_t *w = wide;
    char text[4];
    n = wcsrtombs(text, &w, 3, &state);
    printf("%zu %d\n", n, (int)(w - wide)); // expect: 1 1
    printf("%zu\n", wcrtomb(NULL, L'x', &state)); // expect: 1
    errno = 0;
    n = mbrtowc(&c, "\xff", 1, &state);
    printf("%zd %d\n", (ssize_t)n, errno == EILSEQ); // expect: -1 1
}
