// const_call.c: calls that are constants (gcc manual, "Other Builtins").
//
// __builtin_popcount(7) is 3 before anything runs, so it may be an array's length or a case
// label. What enters is a typed call of a library function whose arguments are folded; what
// leaves is its value, when the arguments are constants the function has a value for.
//
// Read next: const_eval.c, which folds operators.
#include "front/const_eval.h"

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
        if (const_wrap(call->type, 0 - value) == value && value != 0)
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

bool const_fold_call(Node *call, const char *name) {
    const Node *x = call->args;
    if (x == NULL || call->type == NULL)
        return false;
    const Node *y = x->next;
    if (strcmp(name, "strlen") == 0 && x->kind == ND_CAST)
        x = x->lhs;
    if (strcmp(name, "strlen") == 0 && x->kind == ND_DECAY && x->lhs->kind == ND_STRING) {
        const Node *string = x->lhs;
        const char *zero = memchr(string->string, '\0', string->string_bytes);
        const_become_int(call, zero != NULL ? (uint64_t)(zero - string->string)
                                            : string->string_bytes);
        return true;
    }
    if (x->kind == ND_INT && y == NULL && type_is_integer(call->type))
        return fold_bits(call, name, x);
    if (x->kind == ND_FLOAT && (y == NULL || y->kind == ND_FLOAT) &&
        type_is_floating(call->type))
        return fold_floats(call, name, x, y);
    return false;
}
