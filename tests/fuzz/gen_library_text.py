"""Scenes of gen_library.py about text: scanf, <string.h> and <strings.h>, wide and multibyte characters."""


def c_bytes(text):
    """A C literal for bytes given as characters."""
    return '"' + "".join(c if "!" < c < "~" and c not in '?\\"' or c == " " else "\\%03o" % ord(c) for c in text) + '"'


# Directives of scanf: text, declaration and what is shown of it, texts that suit.
SCANS = [("%d", "int %s = -7;", '"%%d", %s', ["12", "-5", "+0", "x", "007", "2147483647"]),
         ("%i", "int %s = -7;", '"%%d", %s', ["0x1f", "017", "9", "08", "0x", "-0xA"]),
         ("%u", "unsigned %s = 7;", '"%%u", %s', ["12", "-1", "4294967295", ".."]),
         ("%x", "unsigned %s = 7;", '"%%u", %s', ["ff", "0xAb", "0xg", "-1", "g"]),
         ("%o", "unsigned %s = 7;", '"%%u", %s', ["17", "8", "0"]),
         ("%hhd", "signed char %s = 7;", '"%%d", %s', ["100", "-1", "12"]),
         ("%hd", "short %s = 7;", '"%%d", %s', ["30000", "-1"]),
         ("%ld", "long %s = 7;", '"%%ld", %s', ["9223372036854775807", "-3"]),
         ("%llu", "unsigned long long %s = 7;", '"%%llu", %s', ["18446744073709551615", "5", "-2"]),
         ("%zu", "size_t %s = 7;", '"%%zu", %s', ["55", "-"]), ("%jd", "intmax_t %s = 7;", '"%%jd", %s', ["55", "+-1"]),
         ("%f", "float %s = 7;", '"%%a", isnan(%s) ? 7 : %s', ["1.5", "-.5e3", "inf", "nan", "0x1.8p1", "1e", "infi", "nan(3)", ".", "1e+", "0x"]),
         ("%lf", "double %s = 7;", '"%%a", isnan(%s) ? 7 : %s', ["1e300", "3.", "-Infinity", "0x.8", "2.5e-3x", "5e", "0x1p", "1..2"]),
         ("%Lf", "long double %s = 7;", '"%%Lg", %s', ["0.5", "64", "e"]),
         ("%c", "char %s = '?';", '"%%d", %s', ["a", " ", "\n"]), ("%3c", "char %s[4] = \"???\";", '"%%" "s", %s', ["abc", "a b", "  x", "ab"]),
         ("%s", "char %s[400] = \"?\";", '"%%" "s", %s', ["word", "a\tb", "", "~~"]), ("%5s", "char %s[400] = \"?\";", '"%%" "s", %s', ["longer word", "abc"]),
         ("%[a-f]", "char %s[400] = \"?\";", '"%%" "s", %s', ["abcxyz", "fed", "xyz"]), ("%[^,\n]", "char %s[400] = \"?\";", '"%%" "s", %s', ["a b c,d", ",", "x"]),
         ("%3[]x-]", "char %s[400] = \"?\";", '"%%" "s", %s', ["]x-x", "-", "a"]), ("%[^]]", "char %s[400] = \"?\";", '"%%" "s", %s', ["ab]c", "]"]),
         ("%n", "int %s = -7;", '"%%d", %s', [""]), ("%hhn", "signed char %s = -7;", '"%%d", %s', [""]),
         ("%ls", "wchar_t %s[400] = L\"?\";", '"%%l" "s", %s', ["wide \u00c3\u00a9", "x"]),
         ("%*d", None, None, ["5", "x"]), ("%*s", None, None, ["gone", ""]), ("%*[0-9]", None, None, ["12a", "a"]), ("%%", None, None, ["%", " %", "x"]),
         ("%2d", "int %s = -7;", '"%%d", %s', ["123", "-12", "-", "1"]), ("%4lf", "double %s = 7;", '"%%a", isnan(%s) ? 7 : %s', ["12.345", "1e10", "-inf"]),
         ("%p", "void *%s = 0;", '"%%d", %s == 0', ["(nil)", "q"])]


def scanning(p):
    for number in range(14):
        scans = [p.pick(*SCANS) for _ in range(p.random.randint(1, 4))]
        names = ["v%d_%d" % (number, i) for i in range(len(scans))]
        glue = [p.pick(" ", ",", " , ", "\n", "ab") for _ in scans]
        # A number that does not fit is undefined (C17 7.21.6.2p10): long ones stay alone.
        suits = [s[3] if len(scans) == 1 else [t for t in s[3] if len(t.strip("-+xXgA")) < 4 or not t.strip("-+")[0].isdigit()] for s in scans]
        form = "".join(s[0] + g for s, g in zip(scans, glue))
        text = "".join(p.pick("", "", " ", "\n ") + p.pick(*t) + p.pick(g, g, g, " ") for t, g in zip(suits, glue))
        for scan, name in zip(scans, names):
            if scan[1]:
                p.say(scan[1] % name)
        pointers = "".join(", %s%s" % ("" if "[" in s[1] else "&", n) for s, n in zip(scans, names) if s[1])
        # glibc swallows the character that shows "infi" to be no number (7.21.6.2p9 leaves it unread).
        if p.random.random() < 0.3 and "infi" not in text[:-1]:
            p.say("{ FILE *f = tmpfile(); fputs(%s, f); rewind(f);", c_bytes(text))
            p.say('  printf("%d: %%d", fscanf(f, %s%s)); printf(" %%d %%ld\\n", getc(f), ftell(f)); fclose(f); }', number, c_bytes(form), pointers)
        else:
            p.say('printf("%d: %%d\\n", sscanf(%s, %s%s));', number, c_bytes(text), c_bytes(form), pointers)
        for scan, name in zip(scans, names):
            if scan[1]:
                p.say("printf(%s); puts(\"\");" % scan[2].replace("%s", name).replace("%%", "%"))


def strings(p):
    p.say("char a[600], b[600]; char *q; size_t n; int order;")
    def sign(call):
        p.say("order = %s; printf(\"%%d \", (order > 0) - (order < 0));", call)
    def place(call, base):
        p.say('q = %s; printf("%%d ", q ? (int)(q - %s) : -1);', call, base)
    for _ in range(8):
        x, y = c_bytes(p.word()), c_bytes(p.word(5, "abc ,"))
        n, c = p.random.randint(0, 15), "'%s'" % p.pick(*"abc ,xB")
        p.say("memset(a, '#', sizeof a); memset(b, '#', sizeof b); a[599] = b[599] = 0; strcpy(a, %s); strcpy(b, %s);", x, y)
        for name in ("strcmp(a, b)", "strncmp(a, b, %d)" % n, "strcasecmp(a, b)", "strncasecmp(a, b, %d)" % n, "memcmp(a, b, %d)" % n, "strcoll(a, b)"):
            sign(name)
        for name in ("strchr(a, %s)" % c, "strrchr(a, %s)" % c, "strstr(a, b)", "strpbrk(a, b)", "memchr(a, %s, %d)" % (c, n), "memrchr(a, %s, %d)" % (c, n),
                     "strcasestr(a, b)", "strchrnul(a, %s)" % c, "memmem(a, %d, b, %d)" % (n, n // 3), "index(a, %s)" % c, "rindex(a, %s)" % c):
            place(name, "a")
        p.say('printf("%%zu %%zu %%zu %%zu %%zu\\n", strlen(a), strnlen(a, %d), strspn(a, b), strcspn(a, b), strxfrm(NULL, a, 0));', n)
        p.say("strcat(a, b); puts(a); strncat(a, %s, %d); puts(a); q = stpcpy(a + 3, b); printf(\"%%s %%d\\n\", a, (int)(q - a));", x, n)
        p.say("strncpy(a + 1, %s, %d); fwrite(a, 1, 40, stdout); q = stpncpy(a + 2, b, %d); printf(\" %%d\\n\", (int)(q - a));", x, n, n)
        p.say("memmove(a + %d, a + %d, 20); fwrite(a, 1, 60, stdout); q = memccpy(b + 20, a, %s, %d); printf(\" %%d\\n\", q ? (int)(q - b) : -1);",
              p.random.randint(0, 9), p.random.randint(0, 9), c, n)
        p.say("q = mempcpy(b, %s, 3); printf(\"%%d\\n\", (int)(q - b)); bcopy(b, b + 2, 5); bzero(b + 9, 2); fwrite(b, 1, 20, stdout); puts(\"\");", c_bytes("xyzw"))
        p.say("strcpy(a, %s); for (char *rest, *w = strtok_r(a, %s, &rest); w; w = strtok_r(NULL, %s, &rest)) printf(\"<%%s>\", w);", c_bytes(p.word(30, "ab ,;")), c_bytes(" ,"), c_bytes(p.pick(";", ", ", "")))
        p.say("strcpy(a, %s); q = a; for (char *w; (w = strsep(&q, \",;\"));) printf(\"(%%s)\", w); puts(\"\");", c_bytes(p.word(20, "ab,;")))
        p.say("q = strdup(%s); printf(\"%%s \", q); free(q); q = strndup(%s, %d); puts(q); free(q);", x, x, n)
        p.say('printf("%%d %%d %%d\\n", ffs(%d), ffsl(%dL << 20), ffsll(%dLL << 33));', n * 16, n, n)
    p.say('for (int e = 0; e < 134; e += 7) puts(strerror(e)); puts(strsignal(%d));', p.random.randint(1, 31))


PIECES = ["a", "Z", " ", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xc3", "\xe2\x82", "\xf0\x9f", "\x80", "\xff", "\xc0\x80", "\xed\xa0\x80", "9"]
GOOD = PIECES[:6]


def wide(p):
    p.say("wchar_t w[100], v[100], *q; char text[400]; size_t n; mbstate_t state; wchar_t c; int order;")
    for _ in range(6):
        raw = "".join(p.pick(*(GOOD if p.random.random() < 0.5 else PIECES)) for _ in range(p.random.randint(0, 6)))
        good = "".join(p.pick(*GOOD) for _ in range(p.random.randint(0, 6)))
        n = p.random.randint(0, 12)
        p.say("{ const char *s = %s; size_t left = %d, step = %d; memset(&state, 0, sizeof state); errno = 0;", c_bytes(raw), len(raw) + 1, p.random.randint(1, 5))
        p.say('  while (left) { c = 0x7777; n = mbrtowc(&c, s, step < left ? step : left, &state); printf("%zd:%x:%d ", (ssize_t)n, (unsigned)c, mbsinit(&state) != 0);')
        p.say('    if (n == (size_t)-1 || n == 0) break; n = n == (size_t)-2 ? (step < left ? step : left) : n; s += n; left -= n; } printf("%d\\n", errno); }')
        # No character cut short: what glibc keeps of it between calls of mblen shows in the next.
        whole = c_bytes(good + p.pick("", "\xff", "\x80"))
        p.say('errno = 0; printf("%%d ", mblen(%s, 9)); printf("%%d ", mbtowc(&c, %s, 9));', whole, whole)
        p.say('n = mbstowcs(w, %s, 100); printf("%%zd %%d\\n", (ssize_t)n, errno);', c_bytes(raw))
        p.say("mbstowcs(w, %s, 100); mbstowcs(v, %s, 100);", c_bytes(good), c_bytes("".join(p.pick(*GOOD) for _ in range(4))))
        p.say('memset(text, 0, sizeof text); printf("%%zd %%s\\n", (ssize_t)wcstombs(text, w, %d), text);', n)
        p.say("{ const char *s = %s; memset(&state, 0, sizeof state); n = mbsrtowcs(w + 50, &s, %d, &state); printf(\"%%zd %%d\\n\", (ssize_t)n, s == NULL); }", c_bytes(raw), n + 1)
        p.say("{ const wchar_t *s = w; memset(&state, 0, sizeof state); n = wcsrtombs(text, &s, %d, &state); printf(\"%%zd %%d\\n\", (ssize_t)n, s ? (int)(s - w) : -1); }", n + 1)
        for call in ("wcscmp(w, v)", "wcsncmp(w, v, %d)" % n, "wcscoll(w, v)"):
            p.say("order = %s; printf(\"%%d \", (order > 0) - (order < 0));", call)
        for call in ("wcschr(w, v[0])", "wcsrchr(w, v[0])", "wcsstr(w, v)", "wcspbrk(w, v)", "wmemchr(w, L'a', wcslen(w))"):
            p.say('q = %s; printf("%%d ", q ? (int)(q - w) : -1);', call)
        p.say('printf("%zu %zu %zu\\n", wcslen(w), wcsspn(w, v), wcscspn(w, v));')
        p.say('wcscat(w, v); wcsncat(w, v, %d); printf("%%ls %%5.4ls|\\n", w, v);', n)
        p.say("for (wchar_t *rest, *t = wcstok(w, L\"a \", &rest); t; t = wcstok(NULL, L\"a \", &rest)) printf(\"<%ls>\", t);")
        p.say("wcsncpy(w, v, %d); w[%d] = 0; wmemmove(w + 1, w, 3); w[9] = 0; wmemset(w + 4, L'=', 2); printf(\"%%ls\\n\", w);", n, n)
        p.say("{ const char16_t *x = u%s; memset(&state, 0, sizeof state); for (int i = 0; i < 4 && x[i]; i++) { n = c16rtomb(text, x[i], &state); printf(\"%%zd \", (ssize_t)n); } }", p.pick('"aZ"', '"\\u00e9\\u20ac"', '"\\U0001F600x"'))
        p.say("{ const char *s = %s; char16_t u; memset(&state, 0, sizeof state); for (int i = 0; i < 9; i++) { u = 7; n = mbrtoc16(&u, s, strlen(s) + 1, &state); printf(\"%%zd:%%x \", (ssize_t)n, u); if (n == 0 || n == (size_t)-1) break; if (n != (size_t)-3) s += n; } puts(\"\"); }", c_bytes(good))
        p.say("{ char32_t u; memset(&state, 0, sizeof state); n = mbrtoc32(&u, %s, 10, &state); printf(\"%%zd %%x %%zd\\n\", (ssize_t)n, u, (ssize_t)c32rtomb(text, 0x%x, &state)); }",
              c_bytes(good + "a"), p.pick(0x41, 0xe9, 0x20ac, 0x1f600))
        p.say("swprintf(w, 100, L\"%%d %%ls %%5.2f %%s\", %d, v, %s, \"narrow\"); printf(\"%%ls\\n\", w);", p.random.randint(-99, 99), p.pick("1.5", "-0.125"))
        p.say("{ int i = 0; wchar_t word[20]; n = swscanf(L\"%d word\", L\"%%d %%19ls\", &i, word); printf(\"%%zu %%d %%ls %%ld %%g\\n\", n, i, word, wcstol(L\"%dx\", &q, 10), wcstod(L\"%s\", NULL)); }", n, p.random.randint(-99, 99), p.pick("1.5e3", "inf", "0x1p4", "z"))
    p.say('for (wint_t c = 0; c < 0x3000; c += 37) printf("%d%d%d%x%x ", !!iswalpha(c), !!iswspace(c), !!iswprint(c), towlower(c), towupper(c)); puts("");')
    p.say('for (int c = -1; c < 256; c += 3) printf("%d %d ", btowc(c), wctob(c)); puts("");')
    p.say('printf("%d %d %x\\n", !!iswctype(L\'%c\', wctype("alpha")), !!iswctype(L\'7\', wctype("xdigit")), towctrans(L\'q\', wctrans("toupper")));' .replace("%c", p.pick(*"aZ3")))
