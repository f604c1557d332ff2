// const_eval.h: constant expressions (C17 6.6): which nodes are numbers already. What their
// operators come to is arith.h's.
#ifndef FRONT_CONST_EVAL_H
#define FRONT_CONST_EVAL_H

#include "front/arith.h"

// Folds a typed operator node in place into ND_INT or ND_FLOAT when its operands are
// constants and the result is defined; leaves it alone otherwise (overflow, division by
// zero, shift out of range).
void const_fold_unary(Node *node);
void const_fold_binary(Node *node);
void const_fold_cond(Node *node);
void const_fold_cast(Node *node); // ND_CAST

void const_fold_address(Node *node); // &((T *)0)->member: the member's distance
// A call of the library's function, whose name is given without `__builtin_`.
bool const_fold_call(Node *call, const char *name);

// Why an operator on two (or one) constants was not folded; ARITH_OK for all others.
ArithFault const_fault(const Node *node);

// Whether a typed expression can initialise an object with static storage (C17 6.6p7-9):
// an arithmetic constant, an address constant plus or minus an integer, a null pointer.
// *culprit: the first part that is not constant.
bool const_is_static(const Node *node, const Node **culprit);

// Puts into an initialiser that is not constant what is known all the same: values of const
// objects, characters of string literals, addresses that are not null.
void const_settle(Node *node);

// The node turns into this number in place; its type stays.
void const_become_int(Node *node, uint64_t value);
void const_become_float(Node *node, double number);

// A constant condition: 1 true, 0 false, -1 not constant.
int const_truth(const Node *node);

#endif
