// lib_wchar.c: wide characters (4 bytes, Unicode) and UTF-8, the one multibyte encoding
// here: <wchar.h>, <wctype.h>, <uchar.h> and the multibyte functions of <stdlib.h>.
// Wide-character streams are left out of the language.
#include "lib/lib_core.h"
#include <assert.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>
#include <wctype.h>

static_assert(sizeof(wchar_t) == 4, "the program's wchar_t is libc's");

// ---------------------------------------------------------------- UTF-8

uint32_t lib_utf8_encode(uint32_t c, char *buf) {
    if (c < 0x80) {
        buf[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        buf[0] = (char)(0xc0 | c >> 6);
        buf[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        if (c >= 0xd800 && c < 0xe000) {
            return 0;
        }
        buf[0] = (char)(0xe0 | c >> 12);
        buf[1] = (char)(0x80 | (c >> 6 & 0x3f));
        buf[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    if (c < 0x110000) {
        buf[0] = (char)(0xf0 | c >> 18);
        buf[1] = (char)(0x80 | (c >> 12 & 0x3f));
        buf[2] = (char)(0x80 | (c >> 6 & 0x3f));
        buf[3] = (char)(0x80 | (c & 0x3f));
        return 4;
    }
    return 0;
}

int lib_utf8_decode(const char *text, size_t size_bytes, uint32_t *c) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (size_bytes == 0) {
        return -1;
    }
    uint8_t first = (uint8_t)text[0];
    if (first < 0x80) {
        *c = first;
        return 1;
    }
    int size = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first >= 0xf5) {
        return 0;
    }
    uint32_t value = first & (0xffu >> (size + 1));
    for (int i = 1; i < size; i++) {
        if ((size_t)i >= size_bytes) {
            return -1;
        }
        if (((uint8_t)text[i] & 0xc0) != 0x80) {
            return 0;
        }
        value = value << 6 | ((uint8_t)text[i] & 0x3f);
    }
    if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
        return 0;
    }
    *c = value;
    return size;
}

bool lib_wide_to_utf8(Str *out, const int32_t *text, uint64_t units, uint64_t max_bytes) {
    uint32_t start = out->count;
    for (uint64_t i = 0; i < units; i++) {
        char bytes[4];
        uint32_t size = lib_utf8_encode((uint32_t)text[i], bytes);
        if (size == 0) {
            return false;
        }
        if (out->count - start + size > max_bytes) {
            break;
        }
        str_add(out, bytes, size);
    }
    return true;
}

// ---------------------------------------------------------------- one character

static NativeResult bad_sequence(NativeCall *call) {
    lib_errno_set(lib_here(call), EILSEQ);
    return done_int(call, -1);
}

// Decodes argument `from` (n bytes at most) into argument `to` (NULL: nowhere).
static NativeResult decode(NativeCall *call, uint32_t to, uint32_t from, uint64_t n) {
    uint64_t length = 0;
    uint32_t c = 0;
    if (!call->args[from].p) {
        return done_int(call, 0);
    }
    const char *text = lib_bounded_string(call, from, n < 4 ? n : 4, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    int size = length < n && length < 4 ? lib_utf8_decode(text, length + 1, &c)
                                        : lib_utf8_decode(text, length, &c);
    if (size <= 0) {
        return bad_sequence(call);
    }
    if (to != UINT32_MAX && call->args[to].p) {
        uint32_t *unit = native_write(call, to, sizeof *unit);
        if (!unit) {
            return NATIVE_TRAP;
        }
        *unit = c;
    }
    return done_int(call, c ? size : 0);
}

// int mblen(const char *s, size_t n): C17 7.22.7
NativeResult c_mblen(NativeCall *call) {
    return decode(call, UINT32_MAX, 0, call->args[1].u);
}

// int mbtowc(wchar_t *to, const char *s, size_t n): C17 7.22.7
NativeResult c_mbtowc(NativeCall *call) {
    return decode(call, 0, 1, call->args[2].u);
}

// The program's mbstate_t: what of a character has come. All zero: nothing.
typedef struct MultibyteState {
    int32_t missing; // bytes; -1, -2: uchar.h has kept half of a pair
    uint32_t value;  // the bits of those that came, below a 1 for the first byte's size
} MultibyteState;

// Takes one more byte of a character. 1: it is complete, in *c; 0: more must come; -1: no
// character begins like that.
static int take_byte(MultibyteState *state, uint8_t byte, uint32_t *c) {
    static const uint32_t least[] = {0x80, 0x800, 0x10000};
    assert(state->missing >= 0 && state->missing < 4);
    if (state->missing == 0) {
        if (byte < 0x80) {
            *c = byte;
            return 1;
        }
        if (byte < 0xc2 || byte >= 0xf8) {
            return -1;
        }
        state->missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
        state->value = (uint32_t)state->missing << 24 | (byte & 0x3fu >> state->missing);
        return 0;
    }
    if ((byte & 0xc0) != 0x80) {
        return -1;
    }
    uint32_t size = state->value >> 24;
    uint32_t value = (state->value & 0xffffff) << 6 | (byte & 0x3f);
    state->value = size << 24 | value;
    if (--state->missing > 0) {
        return 0;
    }
    state->value = 0;
    *c = value;
    return value < least[size - 1] || value > 0x10ffff ||
                   (value >= 0xd800 && value < 0xe000)
               ? -1
               : 1;
}

// mbrtowc and mbrlen: the character that begins, or goes on, at argument `from`. The state
// is argument `from` + 2, or one of the session's.
static NativeResult restart(NativeCall *call, uint32_t to, uint32_t from) {
    Lib *lib = lib_here(call);
    Value at = call->args[from + 2];
    if (at.p && !native_read(call, from + 2, sizeof(MultibyteState))) {
        return NATIVE_TRAP; // it begins as zeros
    }
    MultibyteState *kept = at.p ? native_write(call, from + 2, sizeof *kept)
                                : (MultibyteState *)&lib->multibyte;
    static_assert(sizeof *kept == sizeof lib->multibyte, "mbstate_t of wchar.h");
    uint64_t n = call->args[from].p ? call->args[from + 1].u : 1, length = 0;
    const char *text = "";
    if (!kept) {
        return NATIVE_TRAP;
    }
    if (call->args[from].p) {
        text = lib_bounded_string(call, from, n < 4 ? n : 4, &length);
    }
    if (!text) {
        return NATIVE_TRAP;
    }
    MultibyteState state = *kept;
    uint32_t c = 0;
    int end = state.missing < 0 || state.missing > 3 ? -1 : 0;
    uint64_t used = 0;
    while (end == 0 && used < n && used < 4) {
        end = take_byte(&state, used < length ? (uint8_t)text[used] : 0, &c);
        used++;
    }
    if (end < 0) {
        return bad_sequence(call);
    }
    *kept = state;
    if (end == 0) {
        return done_int(call, -2);
    }
    uint32_t *unit = NULL;
    if (to != UINT32_MAX && call->args[to].p && call->args[from].p) {
        unit = native_write(call, to, sizeof *unit);
        if (!unit) {
            return NATIVE_TRAP;
        }
        *unit = c;
    }
    return done_uint(call, c ? used : 0);
}

// size_t mbrtowc(wchar_t *to, const char *s, size_t n, mbstate_t *state): C17 7.29.6
NativeResult c_mbrtowc(NativeCall *call) {
    return restart(call, 0, 1);
}

// size_t mbrlen(const char *s, size_t n, mbstate_t *state): C17 7.29.6
NativeResult c_mbrlen(NativeCall *call) {
    return restart(call, UINT32_MAX, 0);
}

// int wctomb(char *to, wchar_t c): C17 7.22.7
NativeResult c_wctomb(NativeCall *call) {
    char bytes[4];
    if (!call->args[0].p) {
        return done_int(call, 0);
    }
    uint32_t size = lib_utf8_encode((uint32_t)call->args[1].u, bytes);
    if (size == 0) {
        return bad_sequence(call);
    }
    char *to = native_write(call, 0, size);
    if (!to) {
        return NATIVE_TRAP;
    }
    memcpy(to, bytes, size);
    return done_int(call, size);
}

// wint_t btowc(int c): C17 7.29.6
NativeResult c_btowc(NativeCall *call) {
    int c = arg_int(call, 0);
    return done_int(call, c >= 0 && c < 128 ? c : -1);
}

// int wctob(wint_t c): C17 7.29.6
NativeResult c_wctob(NativeCall *call) {
    uint32_t c = (uint32_t)call->args[0].u;
    return done_int(call, c < 128 ? (int)c : -1);
}

// ---------------------------------------------------------------- strings of characters

// size_t mbstowcs(wchar_t *to, const char *from, size_t n): C17 7.22.8
NativeResult c_mbstowcs(NativeCall *call) {
    uint64_t length = 0, count = 0, n = call->args[0].p ? call->args[2].u : UINT64_MAX;
    const char *text = native_string(call, 1, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    Str units = {0};
    size_t at = 0;
    while (at < length && count < n) {
        uint32_t c = 0;
        int size = lib_utf8_decode(text + at, length - at, &c);
        if (size <= 0) {
            str_free(&units);
            return bad_sequence(call);
        }
        str_add(&units, (const char *)&c, sizeof c);
        at += (size_t)size;
        count++;
    }
    if (call->args[0].p) {
        uint64_t stored = count < n ? count + 1 : count;
        str_add(&units, "\0\0\0", 4);
        char *to = stored ? native_write(call, 0, stored * 4) : NULL;
        if (to) {
            memcpy(to, units.data, stored * 4);
        } else if (stored) {
            str_free(&units);
            return NATIVE_TRAP;
        }
    }
    str_free(&units);
    return done_uint(call, count);
}

// size_t wcstombs(char *to, const wchar_t *from, size_t n): C17 7.22.8
NativeResult c_wcstombs(NativeCall *call) {
    uint64_t length = 0, n = call->args[0].p ? call->args[2].u : UINT64_MAX;
    const wchar_t *text = native_wide_string(call, 1, &length);
    if (!text) {
        return NATIVE_TRAP;
    }
    Str bytes = {0};
    if (!lib_wide_to_utf8(&bytes, text, length, n)) {
        str_free(&bytes);
        return bad_sequence(call);
    }
    uint64_t count = bytes.count;
    if (call->args[0].p) {
        uint64_t stored = count < n ? count + 1 : count;
        char *to = stored ? native_write(call, 0, stored) : NULL;
        if (to) {
            memcpy(to, bytes.data ? bytes.data : "", stored);
        } else if (stored) {
            str_free(&bytes);
            return NATIVE_TRAP;
        }
    }
    str_free(&bytes);
    return done_uint(call, count);
}

// size_t wcslen(const wchar_t *s): C17 7.29.4.6
NativeResult c_wcslen(NativeCall *call) {
    uint64_t length = 0;
    return native_wide_string(call, 0, &length) ? done_uint(call, length) : NATIVE_TRAP;
}

static NativeResult store_wide(NativeCall *call, const char *name, uint64_t at,
                               LibPiece piece) {
    return piece.text && lib_store_piece(call, name, at, piece) ? NATIVE_DONE
                                                                : NATIVE_TRAP;
}

// wchar_t *wcscpy(wchar_t *to, const wchar_t *from): C17 7.29.4.2
NativeResult c_wcscpy(NativeCall *call) {
    uint64_t length = 0;
    const wchar_t *text = native_wide_string(call, 1, &length);
    return store_wide(call, "wcscpy", 0, (LibPiece){text, sizeof(wchar_t), length, 1});
}

// wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t n): C17 7.29.4.2
NativeResult c_wcsncpy(NativeCall *call) {
    uint64_t length = 0, n = call->args[2].u;
    const wchar_t *text = lib_bounded_wide(call, 1, n, &length);
    return store_wide(call, "wcsncpy", 0,
                      (LibPiece){text, sizeof(wchar_t), length, n - length});
}

// wchar_t *wcscat(wchar_t *to, const wchar_t *from): C17 7.29.4.3
NativeResult c_wcscat(NativeCall *call) {
    uint64_t at = 0, length = 0;
    const wchar_t *text =
        native_wide_string(call, 0, &at) ? native_wide_string(call, 1, &length) : NULL;
    return store_wide(call, "wcscat", at, (LibPiece){text, sizeof(wchar_t), length, 1});
}

// wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t n): C17 7.29.4.3
NativeResult c_wcsncat(NativeCall *call) {
    uint64_t at = 0, length = 0;
    const wchar_t *text = native_wide_string(call, 0, &at)
                              ? lib_bounded_wide(call, 1, call->args[2].u, &length)
                              : NULL;
    return store_wide(call, "wcsncat", at, (LibPiece){text, sizeof(wchar_t), length, 1});
}

static bool two_wide(NativeCall *call, const wchar_t **a, const wchar_t **b) {
    uint64_t length = 0;
    *a = native_wide_string(call, 0, &length);
    *b = *a ? native_wide_string(call, 1, &length) : NULL;
    return *b != NULL;
}

// int wcscmp(const wchar_t *a, const wchar_t *b): C17 7.29.4.4
NativeResult c_wcscmp(NativeCall *call) {
    const wchar_t *a, *b;
    return two_wide(call, &a, &b) ? done_int(call, wcscmp(a, b)) : NATIVE_TRAP;
}

static int compare_wide(const void *a, const void *b, size_t n) {
    return wcsncmp(a, b, n);
}

// int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n): C17 7.29.4.4
NativeResult c_wcsncmp(NativeCall *call) {
    return lib_compare_bounded(call, sizeof(wchar_t), compare_wide);
}

// wchar_t *wcschr(const wchar_t *s, wchar_t c): C17 7.29.4.5
NativeResult c_wcschr(NativeCall *call) {
    uint64_t length = 0;
    const wchar_t *s = native_wide_string(call, 0, &length);
    return s ? done_hit(call, s, wcschr(s, (wchar_t)call->args[1].i)) : NATIVE_TRAP;
}

// wchar_t *wcsrchr(const wchar_t *s, wchar_t c): C17 7.29.4.5
NativeResult c_wcsrchr(NativeCall *call) {
    uint64_t length = 0;
    const wchar_t *s = native_wide_string(call, 0, &length);
    return s ? done_hit(call, s, wcsrchr(s, (wchar_t)call->args[1].i)) : NATIVE_TRAP;
}

// wchar_t *wcsstr(const wchar_t *s, const wchar_t *needle): C17 7.29.4.5
NativeResult c_wcsstr(NativeCall *call) {
    const wchar_t *s, *needle;
    return two_wide(call, &s, &needle) ? done_hit(call, s, wcsstr(s, needle))
                                       : NATIVE_TRAP;
}

// wchar_t *wcspbrk(const wchar_t *s, const wchar_t *set): C17 7.29.4.5
NativeResult c_wcspbrk(NativeCall *call) {
    const wchar_t *s, *set;
    return two_wide(call, &s, &set) ? done_hit(call, s, wcspbrk(s, set)) : NATIVE_TRAP;
}

// size_t wcsspn(const wchar_t *s, const wchar_t *set): C17 7.29.4.5
NativeResult c_wcsspn(NativeCall *call) {
    const wchar_t *s, *set;
    return two_wide(call, &s, &set) ? done_uint(call, wcsspn(s, set)) : NATIVE_TRAP;
}

// size_t wcscspn(const wchar_t *s, const wchar_t *set): C17 7.29.4.5
NativeResult c_wcscspn(NativeCall *call) {
    const wchar_t *s, *set;
    return two_wide(call, &s, &set) ? done_uint(call, wcscspn(s, set)) : NATIVE_TRAP;
}

// wchar_t *wcstok(wchar_t *s, const wchar_t *separators, wchar_t **rest): C17 7.29.4.5.
// wcstok(s, set, &rest).
NativeResult c_wcstok(NativeCall *call) {
    Ptr from = call->args[0].p;
    uint64_t length = 0, set_length = 0;
    if (!from) {
        const Ptr *kept = native_read(call, 2, sizeof *kept);
        if (!kept) {
            return NATIVE_TRAP;
        }
        from = *kept;
    }
    if (!from) {
        return done_ptr(call, 0);
    }
    const wchar_t *set = native_wide_string(call, 1, &set_length);
    const wchar_t *text = set ? vm_read_string(call->vm, from, 4, &length) : NULL;
    if (!text) {
        return NATIVE_TRAP;
    }
    uint64_t begin = wcsspn(text, set), end = begin + wcscspn(text + begin, set);
    Ptr rest = end < length ? from + (end + 1) * 4 : 0;
    Ptr piece = begin < length ? from + begin * 4 : 0;
    wchar_t *zero = end < length ? vm_write(call->vm, from + end * 4, 4) : NULL;
    Ptr *to = end < length && !zero ? NULL : native_write(call, 2, sizeof *to);
    if (!to) {
        return NATIVE_TRAP;
    }
    if (zero) {
        *zero = 0;
    }
    *to = rest;
    return done_ptr(call, piece);
}

// ---------------------------------------------------------------- numbers

static bool store_wide_end(NativeCall *call, uint64_t consumed) {
    if (!call->args[1].p) {
        return true;
    }
    Ptr *end = native_write(call, 1, sizeof *end);
    if (end) {
        *end = call->args[0].p + consumed * 4;
    }
    return end != NULL;
}

// The number at the beginning of argument 0, in the base of argument 2.
static NativeResult wide_integer(NativeCall *call, bool is_signed) {
    uint64_t length = 0;
    const wchar_t *text = native_wide_string(call, 0, &length);
    wchar_t *end = NULL;
    if (!text) {
        return NATIVE_TRAP;
    }
    errno = 0;
    int base = arg_int(call, 2);
    uint64_t value =
        is_signed ? (uint64_t)wcstol(text, &end, base) : wcstoul(text, &end, base);
    if (errno) {
        lib_errno_set(lib_here(call), errno);
    }
    return store_wide_end(call, end ? (uint64_t)(end - text) : 0) ? done_uint(call, value)
                                                                  : NATIVE_TRAP;
}

// long wcstol(const wchar_t *s, wchar_t **end, int base): C17 7.29.4.1
NativeResult c_wcstol(NativeCall *call) {
    return wide_integer(call, true);
}

// unsigned long wcstoul(const wchar_t *s, wchar_t **end, int base): C17 7.29.4.1
NativeResult c_wcstoul(NativeCall *call) {
    return wide_integer(call, false);
}

// The number at the beginning of argument 0, as a double or rounded to a float.
static NativeResult wide_number(NativeCall *call, bool is_float) {
    uint64_t length = 0;
    const wchar_t *text = native_wide_string(call, 0, &length);
    wchar_t *end = NULL;
    if (!text) {
        return NATIVE_TRAP;
    }
    errno = 0;
    double value = is_float ? (double)wcstof(text, &end) : wcstod(text, &end);
    if (errno) {
        lib_errno_set(lib_here(call), errno);
    }
    return store_wide_end(call, (uint64_t)(end - text)) ? done_double(call, value)
                                                        : NATIVE_TRAP;
}

// double wcstod(const wchar_t *s, wchar_t **end): C17 7.29.4.1
NativeResult c_wcstod(NativeCall *call) {
    return wide_number(call, false);
}

// float wcstof(const wchar_t *s, wchar_t **end): C17 7.29.4.1
NativeResult c_wcstof(NativeCall *call) {
    return wide_number(call, true);
}

// ---------------------------------------------------------------- memory of wide
// characters

// wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t n): C17 7.29.4.2
NativeResult c_wmemcpy(NativeCall *call) {
    call->args[2].u = lib_wide_bytes(call->args[2].u);
    return c_memcpy(call);
}

// wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t n): C17 7.29.4.2
NativeResult c_wmemmove(NativeCall *call) {
    call->args[2].u = lib_wide_bytes(call->args[2].u);
    return c_memmove(call);
}

// wchar_t *wmemset(wchar_t *p, wchar_t c, size_t n): C17 7.29.4.6
NativeResult c_wmemset(NativeCall *call) {
    uint64_t n = call->args[2].u;
    wchar_t *to = n ? native_write(call, 0, lib_wide_bytes(n)) : NULL;
    if (n && !to) {
        return NATIVE_TRAP;
    }
    for (uint64_t i = 0; i < n; i++) {
        to[i] = (wchar_t)call->args[1].i;
    }
    return done();
}

// int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n): C17 7.29.4.4
NativeResult c_wmemcmp(NativeCall *call) {
    uint64_t n = call->args[2].u;
    const wchar_t *a = n ? native_read(call, 0, lib_wide_bytes(n)) : L"";
    const wchar_t *b = a && n ? native_read(call, 1, lib_wide_bytes(n)) : a;
    return b ? done_int(call, n ? wmemcmp(a, b, n) : 0) : NATIVE_TRAP;
}

// wchar_t *wmemchr(const wchar_t *p, wchar_t c, size_t n): C17 7.29.4.5
NativeResult c_wmemchr(NativeCall *call) {
    uint64_t n = call->args[2].u;
    const wchar_t *s = n ? native_read(call, 0, lib_wide_bytes(n)) : L"";
    return s ? done_hit(call, s, n ? wmemchr(s, (wchar_t)call->args[1].i, n) : NULL)
             : NATIVE_TRAP;
}

// ---------------------------------------------------------------- classes

// The tables for what is beyond ASCII: the machine's C.UTF-8, whatever locale the host is
// in; without it, the host's.
static locale_t tables(NativeCall *call) {
    Lib *lib = lib_here(call);
    if (!lib->locale) {
        lib->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL);
    }
    if (!lib->locale) {
        lib->locale = duplocale(LC_GLOBAL_LOCALE);
    }
    assert(lib->locale);
    return lib->locale;
}

// One function a row, as <ctype.h>.
#define CLASS(name)                                                                      \
    NativeResult c_##name(NativeCall *call) {                                            \
        return done_int(call, name##_l((wint_t)call->args[0].u, tables(call)) != 0);     \
    }
CLASS(iswalnum)
CLASS(iswalpha)
CLASS(iswblank)
CLASS(iswcntrl)
CLASS(iswdigit)
CLASS(iswgraph)
CLASS(iswlower)
CLASS(iswprint)
CLASS(iswpunct)
CLASS(iswspace)
CLASS(iswupper)
CLASS(iswxdigit)
#undef CLASS

// wint_t towlower(wint_t c): C17 7.30.3
NativeResult c_towlower(NativeCall *call) {
    return done_uint(call, towlower_l((wint_t)call->args[0].u, tables(call)));
}

NativeResult c_towupper(NativeCall *call) {
    return done_uint(call, towupper_l((wint_t)call->args[0].u, tables(call)));
}
