// arith.h: the arithmetic of C's types on constants (C17 6.3.1, 6.5), exactly as gcc has it
// on x86-64. The checker folds with it (check/const_eval.c), and so does the emitter
// (code/emit_conv.c, code/emit_const.c): what a constant comes to is decided here alone.
//
// A value of an integer type is held in 64 bits, extended from its type, signed types by
// sign, others by zero (a register holds it the same way, op.def); so values compare as
// int64_t or uint64_t by the signedness of their type. A value of a floating type is a
// double that the type can represent.
//
// What C leaves undefined has no value here, but a fault: its operator stays in the
// program, where it traps when it runs.
#ifndef FRONT_ARITH_H
#define FRONT_ARITH_H

#include "front/ast.h"

typedef enum ArithFault {
    ARITH_OK,
    ARITH_OVERFLOW,
    ARITH_DIV_ZERO,
    ARITH_SHIFT // by a negative number, or by the width of the type or more
} ArithFault;

// Truncates to an integer (or pointer) type and extends back to 64 bits; to bool by
// comparison with 0.
uint64_t arith_wrap(const Type *type, uint64_t value);
// Whether a number of 64 bits is a value of the type as it stands.
bool arith_fits(const Type *type, uint64_t value);

// `a op b`, an arithmetic operator, shift or comparison, in the type of the operands (of
// the left one for a shift). With a fault, *result is left alone.
ArithFault arith_int(NodeKind op, const Type *type, uint64_t a, uint64_t b,
                     uint64_t *result);

// The same with two numbers in a floating type; false for operators that it does not have.
// A comparison is arith_compare's.
bool arith_float(NodeKind op, const Type *type, double a, double b, double *result);
// With a NaN, all but != are false.
bool arith_compare(NodeKind op, double a, double b);

// As the floating type holds it.
double arith_round(const Type *type, double number);
double arith_int_to_float(const Type *from, const Type *to, uint64_t value);
// False, and *value left alone, when the type does not hold it (C17 6.3.1.4p1).
bool arith_float_to_int(const Type *to, double number, uint64_t *value);

#endif
