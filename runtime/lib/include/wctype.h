#ifndef __WCTYPE_H
#define __WCTYPE_H
#include <wchar.h>
int iswalnum(wint_t c), iswalpha(wint_t c), iswblank(wint_t c), iswcntrl(wint_t c), iswdigit(wint_t c),
    iswgraph(wint_t c), iswlower(wint_t c), iswprint(wint_t c), iswpunct(wint_t c), iswspace(wint_t c),
    iswupper(wint_t c), iswxdigit(wint_t c);
wint_t towlower(wint_t c), towupper(wint_t c);
typedef unsigned long wctype_t;
typedef const int *wctrans_t;
// A class of characters by its name: "alpha", "digit" and so on; 0: there is none.
wctype_t wctype(const char *name) {
    static const char *const names[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph",
                                        "lower", "print", "punct", "space", "upper", "xdigit"};
    for (wctype_t i = 0; i < 12; i++)
        if (strcmp(name, names[i]) == 0)
            return i + 1;
    return 0;
}
// Is c of that class?
int iswctype(wint_t c, wctype_t class) {
    switch (class) {
    case 1: return iswalnum(c);
    case 2: return iswalpha(c);
    case 3: return iswblank(c);
    case 4: return iswcntrl(c);
    case 5: return iswdigit(c);
    case 6: return iswgraph(c);
    case 7: return iswlower(c);
    case 8: return iswprint(c);
    case 9: return iswpunct(c);
    case 10: return iswspace(c);
    case 11: return iswupper(c);
    case 12: return iswxdigit(c);
    default: return 0;
    }
}
static const int __wide_maps[2];
// "tolower" or "toupper" as towctrans wants it; NULL: there is no such one.
wctrans_t wctrans(const char *name) {
    return strcmp(name, "tolower") == 0 ? __wide_maps : strcmp(name, "toupper") == 0 ? __wide_maps + 1 : nullptr;
}
wint_t towctrans(wint_t c, wctrans_t map) {
    return map == __wide_maps ? towlower(c) : map ? towupper(c) : c;
}
#endif
