// emit_conv.c: what can be known of an expression without running it (constants, whether
// it has effects), and conversions between scalar types.
//
// Most conversions cost nothing, because registers hold values in canonical form
// (op.def): an int is sign-extended, an unsigned zero-extended, so that widening and
// reinterpreting to 64 bits are the same bits. Constants are folded by arith.h: what has no
// defined value is left to the instruction, which traps.
#include "code/emit.h"
#include "front/arith.h"

// Folding looks this deep: deeper trees of constants are computed when run.
enum { FOLD_DEPTH = 24 };

// ---------------------------------------------------------------- types

static const Type *plain(const Type *type) {
    const Type *t = type->unqual ? type->unqual : type;
    return t->kind == TY_ENUM && t->base ? t->base->unqual : t;
}

// In the order of op.def: I32, I64, U32, U64.
uint32_t emit_int_variant(const Type *type) {
    const Type *t = plain(type);
    return (t->size_bytes == 8 ? 1u : 0u) + (type_is_signed(t) ? 0u : 2u);
}

bool emit_is_u64(const Type *type) {
    const Type *t = plain(type);
    return t->size_bytes == 8 && type_is_integer(t) && !type_is_signed(t);
}

// ---------------------------------------------------------------- integer constants

// What arith.h makes of it; false when it must trap.
static bool fold_int(NodeKind op, const Type *type, int64_t a, int64_t b, int64_t *out) {
    uint64_t result;
    if (arith_int(op, type, (uint64_t)a, (uint64_t)b, &result) != ARITH_OK) {
        return false;
    }
    *out = (int64_t)result;
    return true;
}

static bool const_int(const Node *n, int depth, int64_t *v);
static bool const_double(const Node *n, int depth, double *v);

// The right side first: in a long chain a + b + c ... it is the leaf.
static bool const_int_binary(const Node *n, int depth, int64_t *v) {
    int64_t a, b;
    if (!n->rhs || !type_is_integer(n->lhs->type) || !type_is_integer(n->rhs->type) ||
        !const_int(n->rhs, depth, &b) || !const_int(n->lhs, depth, &a)) {
        return false;
    }
    return fold_int(n->kind, n->lhs->type, a, b, v);
}

// Casts between integer types, and from floating constants that the type holds.
static bool const_int_cast(const Node *n, int depth, int64_t *v) {
    const Type *from = n->lhs->type;
    double d;
    uint64_t value;
    if (!type_is_integer(n->type)) {
        return false;
    }
    if (type_is_integer(from) && const_int(n->lhs, depth, v)) {
        *v = (int64_t)arith_wrap(n->type, (uint64_t)*v);
        return true;
    }
    if (type_is_floating(from) && const_double(n->lhs, depth, &d) &&
        arith_float_to_int(n->type, d, &value)) {
        *v = (int64_t)value;
        return true;
    }
    return false;
}

// depth bounds the work on each node of a deep tree, not only the C stack.
static bool const_int(const Node *n, int depth, int64_t *v) {
    if (depth <= 0 || !n->type) {
        return false;
    }
    switch (n->kind) {
    case ND_INT:
        *v = (int64_t)n->value;
        return true;
    case ND_NAME:
        if (n->sym && n->sym->kind == SYM_VAR && n->sym->is_const_init &&
            type_is_integer(n->type)) {
            *v = n->sym->value;
            return true;
        }
        return false;
    case ND_NEG:
        return type_is_integer(n->type) && const_int(n->lhs, depth - 1, v) &&
               fold_int(ND_SUB, n->type, 0, *v, v);
    case ND_PLUS:
        return type_is_integer(n->type) && const_int(n->lhs, depth - 1, v);
    case ND_BITNOT:
        if (!const_int(n->lhs, depth - 1, v)) {
            return false;
        }
        *v = (int64_t)arith_wrap(n->type, ~(uint64_t)*v);
        return true;
    case ND_NOT:
        if (!type_is_integer(n->lhs->type) || !const_int(n->lhs, depth - 1, v)) {
            return false;
        }
        *v = *v == 0;
        return true;
    case ND_CAST:
        return const_int_cast(n, depth - 1, v);
    default:
        return (op_is_arithmetic(n->kind) || op_is_comparison(n->kind)) &&
               const_int_binary(n, depth - 1, v);
    }
}

bool emit_const_int(const Node *n, int64_t *value) {
    return const_int(n, FOLD_DEPTH, value);
}

// ---------------------------------------------------------------- floating constants

static bool const_double(const Node *n, int depth, double *v) {
    int64_t i;
    if (depth <= 0 || !n->type || !type_is_floating(n->type)) {
        return false;
    }
    switch (n->kind) {
    case ND_FLOAT:
        *v = n->number;
        break;
    case ND_NEG:
        if (!const_double(n->lhs, depth - 1, v)) {
            return false;
        }
        *v = -*v;
        break;
    case ND_PLUS:
        return const_double(n->lhs, depth - 1, v);
    case ND_CAST:
        if (type_is_integer(n->lhs->type) && const_int(n->lhs, depth - 1, &i)) {
            *v = arith_int_to_float(n->lhs->type, n->type, (uint64_t)i);
            return true;
        }
        if (!type_is_floating(n->lhs->type) || !const_double(n->lhs, depth - 1, v)) {
            return false;
        }
        break;
    default:
        return false;
    }
    *v = arith_round(n->type, *v);
    return true;
}

bool emit_const_double(const Node *n, double *value) {
    return const_double(n, FOLD_DEPTH, value);
}

// ---------------------------------------------------------------- effects

// Then no conversion to another integer type can change it.
bool emit_is_boolean(const Node *n) {
    switch (n->kind) {
    case ND_NOT:
    case ND_AND:
    case ND_OR:
        return true;
    case ND_INT:
        return n->value <= 1;
    default:
        return op_is_comparison(n->kind) || n->type->unqual->kind == TY_BOOL;
    }
}

// What is asked of an expression: whether it might change anything, or (reg) the variable
// in one register. Memory is no matter then, so that calls are looked through.
typedef struct Question {
    Reg reg;    // REG_NONE: anything
    int budget; // nodes still to be looked at: beyond, the answer is "yes"
} Question;

static bool may_change(const Node *n, Question *q);

static bool list_may_change(const Node *list, Question *q) {
    for (const Node *n = list; n; n = n->next) {
        if (may_change(n, q)) {
            return true;
        }
    }
    return false;
}

// Whether an assignment to this lvalue leaves the asked-for register alone.
static bool is_other_target(const Node *lvalue, const Question *q) {
    if (q->reg == REG_NONE) {
        return false;
    }
    while (lvalue->kind == ND_MEMBER) {
        lvalue = lvalue->lhs;
    }
    if (lvalue->kind != ND_NAME) {
        return true; // memory
    }
    const Sym *sym = lvalue->sym;
    if (sym->in_fields) {
        return q->reg < sym->slot || q->reg >= sym->slot + MOST_FIELDS;
    }
    bool is_local =
        sym->storage != STORE_GLOBAL && sym->storage != STORE_STATIC && !sym->is_extern;
    return !is_local || sym->slot != q->reg;
}

static bool may_change(const Node *n, Question *q) {
    if (!n) {
        return false;
    }
    if (--q->budget < 0) {
        return true;
    }
    switch (n->kind) {
    case ND_INT:
    case ND_FLOAT:
    case ND_STRING:
    case ND_NAME:
    case ND_SIZEOF_EXPR:
    case ND_SIZEOF_TYPE:
    case ND_COUNTOF_EXPR:
    case ND_COUNTOF_TYPE:
        return false;
    case ND_CALL:
        return q->reg == REG_NONE || may_change(n->lhs, q) || list_may_change(n->args, q);
    case ND_COND:
        return may_change(n->cond, q) || may_change(n->lhs, q) || may_change(n->rhs, q);
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_ASSIGN:
    case ND_OP_ASSIGN:
        return !is_other_target(n->lhs, q) || may_change(n->lhs, q) ||
               may_change(n->rhs, q);
    case ND_STMT_EXPR:
    case ND_COMPOUND:
        return true;
    case ND_VA_ARG:
    case ND_AWAIT:
    case ND_SPAWN:
    case ND_YIELD:
    case ND_YIELD_FROM:
        return q->reg == REG_NONE || may_change(n->lhs, q);
    default:
        return may_change(n->lhs, q) || may_change(n->rhs, q);
    }
}

bool emit_has_effects(const Node *n) {
    Question q = {REG_NONE, 48};
    return may_change(n, &q);
}

bool emit_assigns(const Node *n, Reg reg) {
    Question q = {reg, 48};
    return may_change(n, &q);
}

// ---------------------------------------------------------------- conversions

// The instruction that brings a 64-bit integer into canonical form.
static Op extension(const Type *t) {
    bool is_signed = type_is_signed(t);
    switch (t->size_bytes) {
    case 1:
        return is_signed ? OP_EXT_I8 : OP_EXT_U8;
    case 2:
        return is_signed ? OP_EXT_I16 : OP_EXT_U16;
    case 4:
        return is_signed ? OP_EXT_I32 : OP_EXT_U32;
    default:
        return OP_NOP;
    }
}

static bool is_integer(const Type *t) {
    return type_is_integer(t);
}

// Pointers and handles are their bits: unsigned integers of 64 bits.
static bool int_signed(const Type *t) {
    return is_integer(t) && type_is_signed(t);
}

// Whether a register that holds `from` holds the same value of type `to`, bit for bit.
bool emit_convert_is_free(const Type *from, const Type *to) {
    const Type *s = plain(from), *t = plain(to);
    if (s == t || to->unqual->kind == TY_VOID || !type_is_scalar(t) ||
        !type_is_scalar(s)) {
        return true;
    }
    if (type_is_floating(s) || type_is_floating(t)) {
        return type_is_floating(s) && type_is_floating(t) &&
               (t->kind != TY_FLOAT || s->kind == TY_FLOAT);
    }
    if (t->kind == TY_BOOL) {
        return s->kind == TY_BOOL;
    }
    if (t->size_bytes == 8 || s->kind == TY_BOOL) {
        return true;
    }
    if (t->size_bytes > s->size_bytes) {
        return !int_signed(s) || int_signed(t);
    }
    return t->size_bytes == s->size_bytes && int_signed(s) == int_signed(t);
}

static MemType convert_target(const Type *t) {
    MemType m = layout_mem_type(t);
    return m == MT_BOOL ? MT_U8 : m;
}

// One instruction at most. C17 6.3.1: to bool is a comparison with 0, not a truncation.
Reg emit_convert(Func *f, Type *from, Type *to, Reg value, Reg want) {
    const Type *s = plain(from), *t = plain(to);
    if (emit_convert_is_free(from, to)) {
        return emit_result(f, value, want);
    }
    Reg d = emit_want(f, want);
    if (type_is_floating(s)) {
        if (t->kind == TY_BOOL) {
            emit_op(f, OP_BOOL_F, d, value, 0);
        } else if (t->kind == TY_FLOAT) {
            emit_op(f, OP_CVT_F64_F32, d, value, 0);
        } else {
            emit_op(f, OP_CVT_F_INT, d, value, convert_target(t));
        }
    } else if (type_is_floating(t)) {
        bool u64 = emit_is_u64(s), single = t->kind == TY_FLOAT;
        emit_op(f,
                single ? (u64 ? OP_CVT_U_F32 : OP_CVT_I_F32)
                       : (u64 ? OP_CVT_U_F64 : OP_CVT_I_F64),
                d, value, 0);
    } else if (t->kind == TY_BOOL) {
        emit_op(f, OP_BOOL, d, value, 0);
    } else {
        emit_op(f, extension(t), d, value, 0);
    }
    return d;
}
