// format.c: the tables of format.h. What enters is a part of a directive, what leaves what
// it means; where a directive stands and what becomes of it is the readers' matter.
#include "base/format.h"
#include <assert.h>
#include <stddef.h>

enum { FOR_PRINTF = 1, FOR_SCANF = 2, FOR_BOTH = 3 };

typedef struct Conversion {
    uint8_t kind;
    uint8_t users; // FOR_*
} Conversion;

static const Conversion conversions[128] = {
    ['d'] = {FMT_SIGNED, FOR_BOTH},     ['i'] = {FMT_SIGNED, FOR_BOTH},
    ['u'] = {FMT_UNSIGNED, FOR_BOTH},   ['o'] = {FMT_UNSIGNED, FOR_BOTH},
    ['x'] = {FMT_UNSIGNED, FOR_BOTH},   ['X'] = {FMT_UNSIGNED, FOR_BOTH},
    ['b'] = {FMT_UNSIGNED, FOR_BOTH},   // C23
    ['B'] = {FMT_UNSIGNED, FOR_PRINTF}, // C23 recommends it, to printf alone
    ['e'] = {FMT_FLOAT, FOR_BOTH},      ['E'] = {FMT_FLOAT, FOR_BOTH},
    ['f'] = {FMT_FLOAT, FOR_BOTH},      ['F'] = {FMT_FLOAT, FOR_BOTH},
    ['g'] = {FMT_FLOAT, FOR_BOTH},      ['G'] = {FMT_FLOAT, FOR_BOTH},
    ['a'] = {FMT_FLOAT, FOR_BOTH},      ['A'] = {FMT_FLOAT, FOR_BOTH},
    ['c'] = {FMT_CHAR, FOR_BOTH},       ['C'] = {FMT_CHAR, FOR_BOTH},
    ['s'] = {FMT_STRING, FOR_BOTH},     ['S'] = {FMT_STRING, FOR_BOTH},
    ['['] = {FMT_SET, FOR_SCANF},       ['p'] = {FMT_POINTER, FOR_BOTH},
    ['n'] = {FMT_COUNT, FOR_BOTH},      ['m'] = {FMT_ERRNO, FOR_PRINTF},
};

FormatKind format_kind(char conversion, bool is_scanf, FormatLength *length) {
    uint8_t index = (uint8_t)conversion;
    if (conversion == 'C' || conversion == 'S')
        *length = LEN_L;
    if (index >= sizeof conversions / sizeof conversions[0])
        return FMT_UNKNOWN;
    Conversion found = conversions[index];
    bool is_for = (found.users & (is_scanf ? FOR_SCANF : FOR_PRINTF)) != 0;
    return is_for ? (FormatKind)found.kind : FMT_UNKNOWN;
}

// ---------------------------------------------------------------- lengths

// C23's w32 and wf16 (the fast type), as the length of the type that is as wide.
static const char *read_width(const char *at, FormatLength *length) {
    assert(*at == 'w');
    bool is_fast = at[1] == 'f';
    const char *end = at + 1 + is_fast;
    uint32_t bits = 0;
    for (; *end >= '0' && *end <= '9' && bits < 100; end++)
        bits = bits * 10 + (uint32_t)(*end - '0');
    switch (bits) {
    case 8:
        *length = LEN_HH;
        return end;
    case 16:
        *length = is_fast ? LEN_L : LEN_H;
        return end;
    case 32:
        *length = is_fast ? LEN_L : LEN_NONE;
        return end;
    case 64:
        *length = LEN_L;
        return end;
    default:
        return at;
    }
}

const char *format_read_length(const char *at, FormatLength *length) {
    *length = LEN_NONE;
    switch (*at) {
    case 'w':
        return read_width(at, length);
    case 'h':
        *length = at[1] == 'h' ? LEN_HH : LEN_H;
        return at + (at[1] == 'h' ? 2 : 1);
    case 'l':
        *length = at[1] == 'l' ? LEN_LL : LEN_L;
        return at + (at[1] == 'l' ? 2 : 1);
    case 'q': // BSD's ll
        *length = LEN_LL;
        return at + 1;
    case 'j':
        *length = LEN_J;
        return at + 1;
    case 'z':
    case 'Z': // older than C99's z
        *length = LEN_Z;
        return at + 1;
    case 't':
        *length = LEN_T;
        return at + 1;
    case 'L':
        *length = LEN_LONG_DOUBLE;
        return at + 1;
    default:
        return at;
    }
}

const char *format_length_text(FormatLength length) {
    static const char *const texts[] = {
        [LEN_NONE] = "", [LEN_HH] = "hh", [LEN_H] = "h",
        [LEN_L] = "l",   [LEN_LL] = "ll", [LEN_J] = "j",
        [LEN_Z] = "z",   [LEN_T] = "t",   [LEN_LONG_DOUBLE] = "L"};
    assert(length <= LEN_LONG_DOUBLE);
    return texts[length];
}

// glibc takes an L in front of an integer's conversion for an ll.
uint32_t format_integer_bytes(FormatLength length) {
    return length == LEN_NONE ? 4 : length == LEN_HH ? 1 : length == LEN_H ? 2 : 8;
}

// And an ll in front of a floating one's for an L.
bool format_is_double(FormatLength length) {
    return length == LEN_L || length == LEN_LL || length == LEN_LONG_DOUBLE;
}
