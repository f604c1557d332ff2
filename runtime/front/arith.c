// arith.c: what enters are numbers, their type and an operator; what leaves is a number or
// the reason why there is none. No tree is looked at.
//
// The host computes: its integers have two's complement, its float and double are IEEE
// 754's, and long double is double here (language.md section 1). The compiler is built for
// rounding to nearest, which is what constants are rounded by (C17 F.8.4).
#include "front/arith.h"
#include <assert.h>
#include <math.h>

static_assert(sizeof(float) == 4 && sizeof(double) == 8, "the host's arithmetic is C's");

// Of an enum, the type under it: C23's may be bool.
static bool is_bool(const Type *type) {
    return type->kind == TY_BOOL ||
           (type->kind == TY_ENUM && type->base && type->base->kind == TY_BOOL);
}

uint64_t arith_wrap(const Type *type, uint64_t value) {
    if (is_bool(type))
        return value != 0;
    unsigned bits = (unsigned)type->size_bytes * 8;
    if (bits >= 64 || bits == 0)
        return value;
    uint64_t mask = ((uint64_t)1 << bits) - 1;
    value &= mask;
    if (type_is_signed(type) && (value >> (bits - 1)) != 0)
        value |= ~mask;
    return value;
}

bool arith_fits(const Type *type, uint64_t value) {
    return arith_wrap(type, value) == value;
}

// ---------------------------------------------------------------- integers

typedef struct IntOp {
    NodeKind kind;
    const Type *type; // of the operands, and of the result of arithmetic
    uint64_t a;
    uint64_t b;
} IntOp;

// C17 6.5p5: a result outside of the type is undefined.
static ArithFault signed_arithmetic(const IntOp *op, uint64_t *result) {
    int64_t a = (int64_t)op->a;
    int64_t b = (int64_t)op->b;
    int64_t value = 0;
    bool overflows = false;
    switch (op->kind) {
    case ND_ADD:
        overflows = __builtin_add_overflow(a, b, &value);
        break;
    case ND_SUB:
        overflows = __builtin_sub_overflow(a, b, &value);
        break;
    case ND_MUL:
        overflows = __builtin_mul_overflow(a, b, &value);
        break;
    default:
        if (b == 0)
            return ARITH_DIV_ZERO;
        // The quotient that does not fit makes the remainder undefined as well
        // (C17 6.5.5p6).
        overflows = b == -1 && (a == INT64_MIN || !arith_fits(op->type, (uint64_t)-a));
        if (!overflows)
            value = op->kind == ND_DIV ? a / b : a % b;
        break;
    }
    if (overflows || !arith_fits(op->type, (uint64_t)value))
        return ARITH_OVERFLOW;
    *result = (uint64_t)value;
    return ARITH_OK;
}

// C17 6.2.5p9: reduced modulo 2^n.
static ArithFault unsigned_arithmetic(const IntOp *op, uint64_t *result) {
    uint64_t value;
    switch (op->kind) {
    case ND_ADD:
        value = op->a + op->b;
        break;
    case ND_SUB:
        value = op->a - op->b;
        break;
    case ND_MUL:
        value = op->a * op->b;
        break;
    default:
        if (op->b == 0)
            return ARITH_DIV_ZERO;
        value = op->kind == ND_DIV ? op->a / op->b : op->a % op->b;
        break;
    }
    *result = arith_wrap(op->type, value);
    return ARITH_OK;
}

// A left shift keeps the bits that fit, as gcc does, also into and beyond the sign. The
// count has a type of its own: extended to 64 bits, a negative one is large as well.
static ArithFault shift(const IntOp *op, uint64_t *result) {
    if (op->b >= op->type->size_bytes * 8)
        return ARITH_SHIFT;
    if (op->kind == ND_SHL)
        *result = arith_wrap(op->type, op->a << op->b);
    else if (type_is_signed(op->type))
        *result = (uint64_t)((int64_t)op->a >> op->b);
    else
        *result = op->a >> op->b;
    return ARITH_OK;
}

// Operands were brought to one type, whose signedness decides.
static bool compare_ints(const IntOp *op) {
    bool is_signed = type_is_signed(op->type);
    bool is_less = is_signed ? (int64_t)op->a < (int64_t)op->b : op->a < op->b;
    switch (op->kind) {
    case ND_LT:
        return is_less;
    case ND_LE:
        return is_less || op->a == op->b;
    case ND_GT:
        return !is_less && op->a != op->b;
    case ND_GE:
        return !is_less;
    case ND_EQ:
        return op->a == op->b;
    default:
        assert(op->kind == ND_NE);
        return op->a != op->b;
    }
}

ArithFault arith_int(NodeKind kind, const Type *type, uint64_t a, uint64_t b,
                     uint64_t *result) {
    IntOp op = {kind, type, a, b};
    assert(arith_fits(type, a));
    assert(kind == ND_SHL || kind == ND_SHR || arith_fits(type, b));
    switch (kind) {
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
    case ND_REM:
        return type_is_signed(type) ? signed_arithmetic(&op, result)
                                    : unsigned_arithmetic(&op, result);
    case ND_SHL:
    case ND_SHR:
        return shift(&op, result);
    case ND_BITAND:
        *result = a & b;
        return ARITH_OK;
    case ND_BITOR:
        *result = a | b;
        return ARITH_OK;
    case ND_BITXOR:
        *result = a ^ b;
        return ARITH_OK;
    default:
        *result = compare_ints(&op);
        return ARITH_OK;
    }
}

// ---------------------------------------------------------------- floating

double arith_round(const Type *type, double number) {
    return type->kind == TY_FLOAT ? (double)(float)number : number;
}

// Rounded at once, so that what is folded is what would be computed.
bool arith_float(NodeKind op, const Type *type, double a, double b, double *result) {
    switch (op) {
    case ND_ADD:
        *result = arith_round(type, a + b);
        return true;
    case ND_SUB:
        *result = arith_round(type, a - b);
        return true;
    case ND_MUL:
        *result = arith_round(type, a * b);
        return true;
    case ND_DIV: // IEEE 754: 1.0 / 0.0 is infinity
        *result = arith_round(type, a / b);
        return true;
    default:
        return false;
    }
}

bool arith_compare(NodeKind op, double a, double b) {
    switch (op) {
    case ND_LT:
        return a < b;
    case ND_LE:
        return a <= b;
    case ND_GT:
        return a > b;
    case ND_GE:
        return a >= b;
    case ND_EQ:
        return a == b;
    default:
        assert(op == ND_NE);
        return a != b;
    }
}

// ---------------------------------------------------------------- conversions

// Rounded once, to nearest: to float from the integer, not by way of double (C17
// 6.3.1.4p2).
double arith_int_to_float(const Type *from, const Type *to, uint64_t value) {
    assert(arith_fits(from, value));
    bool is_single = to->kind == TY_FLOAT;
    if (type_is_signed(from))
        return is_single ? (double)(float)(int64_t)value : (double)(int64_t)value;
    return is_single ? (double)(float)value : (double)value;
}

bool arith_float_to_int(const Type *to, double number, uint64_t *value) {
    if (is_bool(to)) {
        *value = number != 0;
        return true;
    }
    double whole = trunc(number);
    bool is_signed = type_is_signed(to);
    double least = is_signed ? -9223372036854775808.0 : 0;
    double beyond = is_signed ? 9223372036854775808.0 : 18446744073709551616.0;
    if (!(whole >= least && whole < beyond)) // a NaN is in no range
        return false;
    uint64_t bits = is_signed ? (uint64_t)(int64_t)whole : (uint64_t)whole;
    if (!arith_fits(to, bits))
        return false;
    *value = bits;
    return true;
}
