// lex_number.c: preprocessing numbers -> integer and floating constants
// (C17 6.4.4.1, 6.4.4.2, with C23's binary literals and digit separators).
//
// What enters is the spelling of a TK_PP_NUMBER, what leaves is its value and what the
// suffix says; which type that makes is the checker's business, since it depends on the
// value and on the base (hence NUM_DECIMAL). Floating constants are converted by strtod,
// which rounds exactly, from a copy without separators and suffix; the program never sets
// a locale, so a point is a point.
//
// A spelling that is no number is an error here and the token becomes the integer 0, so
// that whoever reads on finds a number where there was one.
#include "front/text/lex.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Number {
    const Token *token;
    Diags *diags;
    char *digits;  // spelling without separators, NUL-terminated
    size_t size;   // of digits
    size_t suffix; // where the suffix begins in digits
    unsigned base;
    bool is_float;
} Number;

// The value of a digit in any base up to 36; 99 for others.
static unsigned digit_value(char c) {
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'z')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'Z')
        return (unsigned)(c - 'A') + 10;
    return 99;
}

// The place of part of the number, when the token stands in the text as it is spelled.
static Span part_span(const Token *token, size_t from, size_t to) {
    Span span = token->span;
    if (span.end - span.begin == token->string.size_bytes && from < to) {
        span.end = span.begin + (uint32_t)to;
        span.begin += (uint32_t)from;
    }
    return span;
}

// Most mistakes are about the whole number.
static Diag *fail(const Number *number, DiagCode code, const char *what) {
    return diag_add(number->diags, code, number->token->span, what);
}

// ---------------------------------------------------------------- suffixes

// Reads an integer suffix: u and one of l, ll in either order and case (but not lL); z as
// C++ has it is none. False when it is no suffix.
static bool integer_suffix(const char *text, uint8_t *flags) {
    unsigned found = 0;
    while (*text) {
        if ((*text == 'u' || *text == 'U') && !(found & NUM_U)) {
            found |= NUM_U;
            text++;
        } else if ((*text == 'l' || *text == 'L') && !(found & (NUM_L | NUM_LL))) {
            found |= text[1] == *text ? NUM_LL : NUM_L;
            text += text[1] == *text ? 2 : 1;
        } else {
            return false;
        }
    }
    *flags = (uint8_t)found;
    return true;
}

// f or l, one of them; l changes nothing, long double is double here.
static bool float_suffix(const char *text, uint8_t *flags) {
    if (*text && text[1])
        return false;
    *flags = *text == 'f' || *text == 'F'   ? NUM_F
             : *text == 'l' || *text == 'L' ? NUM_L
                                            : 0;
    return *text == '\0' || *flags;
}

// Nothing fits: a suffix that is none, two points, a name that begins with a digit.
static bool bad_suffix(const Number *number) {
    const char *suffix = number->digits + number->suffix;
    const Token *token = number->token;
    // Offsets are those of the spelling only when no separators were dropped.
    bool same = number->size == token->string.size_bytes;
    Span span = same ? part_span(token, number->suffix, number->size) : token->span;
    Diag *diag;
    if (*suffix == '.' || strchr(suffix, '.')) {
        diag_add(number->diags, DIAG_TWO_POINTS, token->span, number->digits);
        return false;
    }
    if ((*suffix == 'i' || *suffix == 'j' || *suffix == 'I' || *suffix == 'J') &&
        !suffix[1]) {
        diag_add(number->diags, DIAG_IMAGINARY_NUMBER, span, suffix);
        return false;
    }
    diag = diag_add(number->diags, DIAG_NUMBER_SUFFIX, span, suffix,
                    number->is_float ? "floating" : "integer");
    if (number->suffix == 1 && number->digits[0] == '0' &&
        (suffix[0] == 'o' || suffix[0] == 'O'))
        diag_note(number->diags, diag, (Span){0},
                  "octal numbers begin with 0 alone: `0%s`", suffix + 1);
    else if (number->base == 10 && !number->is_float)
        diag_note(number->diags, diag, (Span){0}, "a name must not begin with a digit");
    return false;
}

// ---------------------------------------------------------------- integers

// Takes the digits one by one in their base. Overflow is noted and told only after the
// suffix was found good: of two mistakes the first to read is the one to mend.
static bool convert_integer(Number *number, Token *token) {
    const char *p = number->digits + (number->base == 16 || number->base == 2 ? 2 : 0);
    const char *end = number->digits + number->suffix;
    if (p == end)
        return fail(number, DIAG_NUMBER_NO_DIGITS, number->digits), false;
    uint64_t value = 0;
    bool too_large = false;
    for (; p < end; p++) {
        unsigned digit = digit_value(*p);
        if (digit >= number->base) {
            const char *decimal = number->digits + strspn(number->digits, "0");
            Diag *diag = diag_add(number->diags, DIAG_NUMBER_DIGIT, token->span, *p,
                                  number->base == 8 ? "an octal" : "a binary");
            if (number->base == 8)
                diag_fix(number->diags, diag, token->span, decimal,
                         "a number that begins with 0 is octal (base 8); for decimal "
                         "write `%s`",
                         decimal);
            return false;
        }
        too_large |= __builtin_mul_overflow(value, (uint64_t)number->base, &value);
        too_large |= __builtin_add_overflow(value, (uint64_t)digit, &value);
    }
    uint8_t flags;
    if (!integer_suffix(end, &flags))
        return bad_suffix(number);
    if (too_large) {
        Diag *diag = fail(number, DIAG_NUMBER_TOO_LARGE, number->digits);
        diag_note(number->diags, diag, (Span){0},
                  "the largest is 18446744073709551615 (`unsigned long`)");
        return false;
    }
    if (number->base == 10) {
        flags |= NUM_DECIMAL;
        if (value > INT64_MAX && !(flags & NUM_U)) {
            fail(number, DIAG_NUMBER_UNSIGNED, number->digits);
            flags |= NUM_U; // as gcc takes it
        }
    }
    token->kind = TK_INT;
    token->suffix = flags;
    token->value = value;
    return true;
}

// ---------------------------------------------------------------- floating constants

// The suffix is cut off for strtod, which would else take `f` of 0x1p0f for a digit's
// neighbour.
static bool convert_float(Number *number, Token *token) {
    uint8_t flags;
    char *suffix = number->digits + number->suffix;
    if (!float_suffix(suffix, &flags))
        return bad_suffix(number);
    char kept = *suffix;
    *suffix = '\0';
    errno = 0;
    char *end = NULL;
    // Rounding to float happens once (a double in between would round twice).
    double value = flags & NUM_F ? (double)strtof(number->digits, &end)
                                 : strtod(number->digits, &end);
    bool whole = end == suffix;
    *suffix = kept;
    if (!whole) // an exponent without digits, a hexadecimal number without digits
        return fail(number, DIAG_NUMBER_NO_EXPONENT, number->digits), false;
    if (isinf(value))
        diag_add(number->diags, DIAG_FLOAT_TOO_LARGE, token->span, number->digits,
                 flags & NUM_F ? "float" : "double");
    token->kind = TK_FLOAT;
    token->suffix = flags;
    token->number = value;
    return true;
}

// ---------------------------------------------------------------- taking the spelling
// apart

// Finds base, kind and the place of the suffix.
static bool scan(Number *number) {
    const char *p = number->digits;
    number->base = 10;
    if (p[0] == '0' && (p[1] == 'x' || p[1] == 'X'))
        number->base = 16;
    else if (p[0] == '0' && (p[1] == 'b' || p[1] == 'B'))
        number->base = 2;
    if (number->base != 10)
        p += 2;
    bool hex = number->base == 16;
    const char *first = p;
    while (digit_value(*p) < (hex ? 16u : 10u))
        p++;
    size_t digits = (size_t)(p - first);
    if (*p == '.' && number->base != 2) {
        number->is_float = true;
        first = ++p;
        while (digit_value(*p) < (hex ? 16u : 10u))
            p++;
        digits += (size_t)(p - first);
    }
    bool exponent = hex ? *p == 'p' || *p == 'P' : *p == 'e' || *p == 'E';
    if (exponent && number->base != 2) {
        number->is_float = true;
        p++;
        if (*p == '+' || *p == '-')
            p++;
        first = p;
        while (*p >= '0' && *p <= '9')
            p++;
        if (p == first)
            return fail(number, DIAG_NUMBER_NO_EXPONENT, number->digits), false;
    }
    if (number->is_float && digits == 0)
        return fail(number, DIAG_NUMBER_NO_DIGITS, number->digits), false;
    if (number->is_float && hex && !exponent) {
        Diag *diag = fail(number, DIAG_HEX_FLOAT, number->digits);
        diag_note(number->diags, diag, (Span){0},
                  "add the power of two it is multiplied by: `p0` for none");
        return false;
    }
    number->suffix = (size_t)(p - number->digits);
    if (!number->is_float && number->base == 10 && number->digits[0] == '0' &&
        number->suffix > 1)
        number->base = 8;
    return true;
}

// Copies the spelling without its separators, each of which must stand between two
// digits.
static bool copy_digits(Number *number) {
    const char *text = number->token->string.text;
    size_t size = number->token->string.size_bytes;
    bool good = true;
    number->digits = mem_alloc(size + 1);
    for (size_t i = 0; i < size; i++) {
        if (text[i] != '\'') {
            number->digits[number->size++] = text[i];
            continue;
        }
        bool after_prefix = i == 2 && text[0] == '0' && digit_value(text[1]) > 10;
        if (i + 1 >= size || digit_value(text[i + 1]) >= 16 ||
            digit_value(text[i - 1]) >= 16 || after_prefix)
            good = false;
    }
    if (!good)
        diag_add(number->diags, DIAG_DIGIT_SEPARATOR, number->token->span);
    return good;
}

// Short decimal integers go a way of their own: no copy, no scan.
bool lex_convert_number(Token *token, Diags *diags) {
    assert(token->kind == TK_PP_NUMBER);
    const Token raw = *token;
    const char *text = raw.string.text;
    token->suffix = 0;
    // Nearly every number of a program is a short decimal one.
    if (raw.string.size_bytes <= 9 && (text[0] != '0' || raw.string.size_bytes == 1)) {
        uint64_t value = 0;
        uint32_t i = 0;
        for (; i < raw.string.size_bytes && text[i] >= '0' && text[i] <= '9'; i++)
            value = value * 10 + (uint64_t)(text[i] - '0');
        if (i == raw.string.size_bytes) {
            token->kind = TK_INT;
            token->suffix = NUM_DECIMAL;
            token->value = value;
            return true;
        }
    }
    Number number = {.token = &raw, .diags = diags};
    bool good = copy_digits(&number) && scan(&number) &&
                (number.is_float ? convert_float(&number, token)
                                 : convert_integer(&number, token));
    if (!good) {
        token->kind = TK_INT;
        token->suffix = NUM_DECIMAL;
        token->value = 0;
    }
    mem_free(number.digits);
    return good;
}
