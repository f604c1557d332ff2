// const_call.c: calls that are constants (gcc manual, "Other Builtins").
//
// __builtin_popcount(7) is 3 before anything runs, so it may be an array's length or a case
// label. What enters is a typed call of a library function whose arguments are folded; what
// leaves is its value, when the arguments are constants the function has a value for.
//
// Read next: const_eval.c, which folds operators.
#include "front/check/const_eval.h"

#include <math.h>
#include <string.h>

typedef struct BitsOf { // functions of one integer
    const char *name;
    int (*value)(uint64_t bits, unsigned width); // -1: undefined
} BitsOf;

static int ones(uint64_t bits, unsigned width) {
    (void)width;
    return __builtin_popcountll(bits);
}

static int parity(uint64_t bits, unsigned width) {
    return ones(bits, width) & 1;
}

static int leading_zeros(uint64_t bits, unsigned width) {
    return bits == 0 ? -1 : __builtin_clzll(bits) - (64 - (int)width);
}

static int trailing_zeros(uint64_t bits, unsigned width) {
    (void)width;
    return bits == 0 ? -1 : __builtin_ctzll(bits);
}

static int first_one(uint64_t bits, unsigned width) {
    return bits == 0 ? 0 : trailing_zeros(bits, width) + 1;
}

// Bits below the sign that are like it.
static int sign_copies(uint64_t bits, unsigned width) {
    uint64_t sign = bits >> (width - 1);
    uint64_t mask = width == 64 ? UINT64_MAX : ((uint64_t)1 << width) - 1;
    uint64_t differing = (sign ? ~bits : bits) & mask;
    return differing == 0 ? (int)width - 1 : leading_zeros(differing, width) - 1;
}

static const BitsOf bits_functions[] = {
    {"popcount", ones},      {"parity", parity}, {"clz", leading_zeros},
    {"ctz", trailing_zeros}, {"ffs", first_one}, {"clrsb", sign_copies},
};

typedef struct FloatOf { // functions of one number, and their float and long double kin
    const char *name;
    double (*value)(double x);
} FloatOf;

static const FloatOf float_functions[] = {
    {"fabs", fabs}, {"sqrt", sqrt},   {"floor", floor},
    {"ceil", ceil}, {"trunc", trunc}, {"round", round},
};

typedef struct PairOf {
    const char *name;
    double (*value)(double x, double y);
} PairOf;

static const PairOf pair_functions[] = {
    {"pow", pow}, {"copysign", copysign}, {"fmin", fmin}, {"fmax", fmax}, {"fmod", fmod},
};

typedef struct FloatTest { // questions about a number, answered with an int
    const char *name;
    int (*value)(double x);
} FloatTest;

static int is_nan(double x) {
    return isnan(x) != 0;
}

static int is_infinite(double x) {
    return isinf(x) != 0;
}

static int sign_of_infinity(double x) {
    return isinf(x) == 0 ? 0 : x > 0 ? 1 : -1;
}

static int is_finite(double x) {
    return isfinite(x) != 0;
}

static int has_sign(double x) {
    return signbit(x) != 0;
}

static const FloatTest float_tests[] = {
    {"isnan", is_nan},       {"isinf", is_infinite}, {"isinf_sign", sign_of_infinity},
    {"isfinite", is_finite}, {"finite", is_finite},  {"signbit", has_sign},
};

typedef struct PairTest {
    const char *name;
    bool is_less, is_equal, is_greater, is_unordered; // when it says yes
} PairTest;

static const PairTest pair_tests[] = {
    {"isgreater", false, false, true, false},
    {"isgreaterequal", false, true, true, false},
    {"isless", true, false, false, false},
    {"islessequal", true, true, false, false},
    {"islessgreater", true, false, true, false},
    {"isunordered", false, false, false, true},
};

// "popcountl" is "popcount" with one of the suffixes.
static bool is_name(const char *text, const char *name, const char *suffixes) {
    size_t length = strlen(name);
    if (strncmp(text, name, length) != 0)
        return false;
    const char *rest = text + length;
    return *rest == '\0' || strcmp(rest, "ll") == 0 ||
           (rest[1] == '\0' && strchr(suffixes, *rest) != NULL);
}

static unsigned width_of(const char *name) {
    return name[strlen(name) - 1] == 'l' ? 64 : 32;
}

// Functions of one integer.
static bool fold_bits(Node *call, const char *name, const Node *arg) {
    uint64_t value = arg->value;
    if (strcmp(name, "bswap16") == 0 || strcmp(name, "bswap32") == 0 ||
        strcmp(name, "bswap64") == 0) {
        unsigned unused = name[5] == '1' ? 48 : name[5] == '3' ? 32 : 0;
        const_become_int(call, __builtin_bswap64(value) >> unused);
        return true;
    }
    if (strcmp(name, "abs") == 0 || strcmp(name, "labs") == 0 ||
        strcmp(name, "llabs") == 0) {
        if (arith_wrap(call->type, 0 - value) == value && value != 0)
            return false; // the one that has no counterpart
        const_become_int(call, (int64_t)value < 0 ? 0 - value : value);
        return true;
    }
    unsigned width = width_of(name);
    uint64_t bits = width == 32 ? (uint32_t)value : value;
    for (size_t i = 0; i < sizeof bits_functions / sizeof bits_functions[0]; i++) {
        if (!is_name(name, bits_functions[i].name, "l"))
            continue;
        int result = bits_functions[i].value(bits, width);
        if (result >= 0)
            const_become_int(call, (uint64_t)result);
        return result >= 0;
    }
    return false;
}

// Functions of one and two floating numbers.
static bool fold_floats(Node *call, const char *name, const Node *x, const Node *y) {
    if (y == NULL) {
        for (size_t i = 0; i < sizeof float_functions / sizeof float_functions[0]; i++) {
            if (is_name(name, float_functions[i].name, "fl")) {
                const_become_float(call, float_functions[i].value(x->number));
                return true;
            }
        }
        return false;
    }
    for (size_t i = 0; i < sizeof pair_functions / sizeof pair_functions[0]; i++) {
        if (is_name(name, pair_functions[i].name, "fl")) {
            const_become_float(call, pair_functions[i].value(x->number, y->number));
            return true;
        }
    }
    return false;
}

// Questions about one and two floating numbers.
static bool fold_tests(Node *call, const char *name, const Node *x, const Node *y) {
    for (size_t i = 0; y == NULL && i < sizeof float_tests / sizeof float_tests[0]; i++) {
        if (is_name(name, float_tests[i].name, "fl")) {
            const_become_int(call, (uint64_t)float_tests[i].value(x->number));
            return true;
        }
    }
    for (size_t i = 0; y != NULL && i < sizeof pair_tests / sizeof pair_tests[0]; i++) {
        const PairTest *test = &pair_tests[i];
        if (strcmp(name, test->name) != 0)
            continue;
        double a = x->number, b = y->number;
        const_become_int(call, a < b    ? test->is_less
                               : a > b  ? test->is_greater
                               : a == b ? test->is_equal
                                        : test->is_unordered);
        return true;
    }
    return false;
}

// ---------------------------------------------------------------- strings

// The literal that an argument is, with its length up to the first zero; NULL: it is none.
static const Node *literal_of(const Node *arg, size_t *length) {
    while (arg->kind == ND_CAST)
        arg = arg->lhs;
    if (arg->kind != ND_DECAY || arg->lhs->kind != ND_STRING ||
        arg->lhs->type->base->size_bytes != 1)
        return NULL;
    const Node *string = arg->lhs;
    const char *zero = memchr(string->string, '\0', string->string_bytes);
    *length = zero != NULL ? (size_t)(zero - string->string) : string->string_bytes;
    return string;
}

// How two literals compare, in as many bytes as both have. Only memcmp goes on behind a
// zero.
static bool fold_compare(Node *call, const char *name, const Node *a, const Node *b) {
    size_t a_size = 0, b_size = 0;
    const Node *x = literal_of(a, &a_size);
    const Node *y = literal_of(b, &b_size);
    const Node *limit = b->next;
    bool is_whole = strcmp(name, "strcmp") == 0 && limit == NULL;
    bool is_memory = strcmp(name, "memcmp") == 0;
    bool is_limited = strcmp(name, "strncmp") == 0 || is_memory;
    if (x == NULL || y == NULL || (!is_whole && !is_limited) ||
        (is_limited && (limit == NULL || limit->kind != ND_INT)))
        return false;
    if (is_memory) {
        a_size = x->string_bytes;
        b_size = y->string_bytes;
    }
    size_t least = (a_size < b_size ? a_size : b_size) + 1; // with the zero
    if (is_memory && limit->value > least)
        return false;
    if (is_limited && limit->value < least)
        least = (size_t)limit->value;
    int order = memcmp(x->string, y->string, least);
    const_become_int(call, (uint64_t)(int64_t)(order < 0 ? -1 : order > 0));
    return true;
}

// nan("0x5"), as the host reads its tag.
static bool fold_nan(Node *call, const char *name, const Node *tag) {
    size_t length = 0;
    const Node *string = literal_of(tag, &length);
    if (string == NULL || (!is_name(name, "nan", "fl") && !is_name(name, "nans", "fl")))
        return false;
    const_become_float(call, call->type->kind == TY_FLOAT ? (double)nanf(string->string)
                                                          : nan(string->string));
    return true;
}

bool const_fold_call(Node *call, const char *name) {
    const Node *x = call->args;
    if (x == NULL || call->type == NULL)
        return false;
    const Node *y = x->next;
    size_t length = 0;
    if (strcmp(name, "strlen") == 0 && literal_of(x, &length) != NULL) {
        const_become_int(call, length);
        return true;
    }
    if (type_is_floating(call->type) && y == NULL && fold_nan(call, name, x))
        return true;
    if (y != NULL && fold_compare(call, name, x, y))
        return true;
    if (x->kind == ND_FLOAT && (y == NULL || y->kind == ND_FLOAT) &&
        type_is_integer(call->type))
        return fold_tests(call, name, x, y);
    if (x->kind == ND_INT && y == NULL && type_is_integer(call->type))
        return fold_bits(call, name, x);
    if (x->kind == ND_FLOAT && (y == NULL || y->kind == ND_FLOAT) &&
        type_is_floating(call->type))
        return fold_floats(call, name, x, y);
    return false;
}
