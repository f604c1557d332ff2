// format.h: the language of the formats of printf and scanf (C17 7.21.6.1, 7.21.6.2): which
// conversions there are, what each is about, and how the length in front is written.
//
//     %  flags  width  .precision  length  conversion        printf
//     %  *      width  m           length  conversion        scanf
//
// Two read it: the checker, which compares a literal with the arguments' types
// (front/check/check_format.c), and the library, which does what it says
// (lib/lib_printf.c, lib/lib_scanf.c). What one takes the other takes, because both ask
// here.
#ifndef BASE_FORMAT_H
#define BASE_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

// printf takes a value of it, scanf the address of one.
typedef enum FormatKind {
    FMT_UNKNOWN, // no conversion
    FMT_SIGNED,  // integers: d i
    FMT_UNSIGNED,
    FMT_FLOAT,
    FMT_CHAR,
    FMT_STRING,
    FMT_SET, // scanf's [: a string of characters out of a set
    FMT_POINTER,
    FMT_COUNT, // n: printf takes an address as well
    FMT_ERRNO  // m of glibc's printf: strerror(errno), without an argument
} FormatKind;

typedef enum FormatLength {
    LEN_NONE,
    LEN_HH,
    LEN_H,
    LEN_L,
    LEN_LL,
    LEN_J,
    LEN_Z,
    LEN_T,
    LEN_LONG_DOUBLE
} FormatLength;

// Of printf.
static inline bool format_is_flag(char c) {
    return c == '-' || c == '+' || c == ' ' || c == '#' || c == '0' || c == '\'';
}

// *length: what was read in front of it; %C and %S make it LEN_L, being %lc and %ls (POSIX).
FormatKind format_kind(char conversion, bool is_scanf, FormatLength *length);

// Behind the length that stands at `at`; LEN_NONE and `at` itself when there is none.
const char *format_read_length(const char *at, FormatLength *length);
const char *format_length_text(FormatLength length); // "hh"; "" of LEN_NONE

// Of the integer that the length speaks of, before any promotion.
uint32_t format_integer_bytes(FormatLength length);
// Whether scanf's number goes into a double, not into a float (printf gets no float).
bool format_is_double(FormatLength length);
// Of %s, %c and %[: whether the characters are wchar_t.
static inline bool format_is_wide(FormatLength length) {
    return length == LEN_L;
}

#endif
