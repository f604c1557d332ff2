// emit_expr.c: expressions. The contract is in emit.h: emit_expr gives a value, emit_effect only does, emit_cond jumps,
// emit_record fills an object.
//
// Operands that are variables in registers are used where they are. That is right because C leaves reading and
// changing a variable without a sequence point between them undefined; still an operand is copied when the other one
// assigns to anything, so that what was read first stays what it was.
//
// Read next: emit_lvalue.c (what assignments store to), emit_call.c, emit_conv.c (constants and casts).
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- constants

Reg emit_int(Func *f, int64_t value, Reg want) {
    Reg d = emit_want(f, want);
    if (value >= INT32_MIN && value <= INT32_MAX) {
        emit_wide(f, OP_LDI, d, (int32_t)value);
    } else {
        emit_wide(f, OP_LDK, d, (int32_t)emit_const(f, (Const){.kind = KC_INT, .bits = (uint64_t)value}));
    }
    return d;
}

Reg emit_double(Func *f, double value, Reg want) {
    Const c = {.kind = KC_DOUBLE};
    memcpy(&c.bits, &value, sizeof value);
    if (c.bits == 0) { // 0.0 is all zeros; -0.0 is not
        return emit_int(f, 0, want);
    }
    Reg d = emit_want(f, want);
    emit_wide(f, OP_LDK, d, (int32_t)emit_const(f, c));
    return d;
}

// The constant value of n in a register, if it is one.
static bool constant(Func *f, const Node *n, Reg want, Reg *out) {
    int64_t i;
    double d;
    if (emit_const_int(n, &i)) {
        *out = emit_int(f, i, want);
    } else if (emit_const_double(n, &d)) {
        *out = emit_double(f, d, want);
    } else {
        return false;
    }
    return true;
}

// ---------------------------------------------------------------- operands

// The first of two operands: as emit_expr, but safe from what the second one assigns.
static Reg first_operand(Func *f, Node *n, const Node *second) {
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n, REG_NONE);
    if (r < mark && second && emit_assigns(second)) {
        Reg copy = regs_take(&f->regs, 1);
        emit_move(f, copy, r);
        return copy;
    }
    return r;
}

static const Type *plain(const Type *type) { return type->unqual; }

static bool is_float_type(const Type *type) { return type_is_floating(plain(type)); }

// ---------------------------------------------------------------- arithmetic

static Op float_op(NodeKind op, const Type *type) {
    bool single = plain(type)->kind == TY_FLOAT;
    switch (op) {
    case ND_ADD: return single ? OP_ADD_F32 : OP_ADD_F64;
    case ND_SUB: return single ? OP_SUB_F32 : OP_SUB_F64;
    case ND_MUL: return single ? OP_MUL_F32 : OP_MUL_F64;
    default: assert(op == ND_DIV); return single ? OP_DIV_F32 : OP_DIV_F64;
    }
}

static Op int_op(NodeKind op, const Type *type) {
    uint32_t variant = emit_int_variant(type);
    switch (op) {
    case ND_ADD: return (Op)(OP_ADD_I32 + variant);
    case ND_SUB: return (Op)(OP_SUB_I32 + variant);
    case ND_MUL: return (Op)(OP_MUL_I32 + variant);
    case ND_DIV: return (Op)(OP_DIV_I32 + variant);
    case ND_REM: return (Op)(OP_REM_I32 + variant);
    case ND_SHL: return (Op)(OP_SHL_I32 + variant);
    case ND_SHR: return (Op)(OP_SHR_I32 + variant);
    case ND_BITAND: return OP_AND;
    case ND_BITOR: return OP_OR;
    default: assert(op == ND_BITXOR); return OP_XOR;
    }
}

// lhs op constant in one instruction, where there is such an instruction.
static bool arith_immediate(Func *f, NodeKind op, Type *type, Reg lhs, int64_t c, Reg want, Reg *out) {
    Op insn;
    if (op == ND_SUB && c != INT64_MIN && emit_fits16(-c)) {
        c = -c;
        op = ND_ADD;
    }
    if (!emit_fits16(c)) {
        return false;
    }
    if (op == ND_ADD) {
        insn = (Op)(OP_ADDI_I32 + emit_int_variant(type));
    } else if (op == ND_BITAND) {
        insn = OP_ANDI;
    } else {
        return false;
    }
    Span span = f->span;
    *out = emit_want(f, want);
    f->span = span;
    emit_op(f, insn, *out, lhs, (uint32_t)c);
    return true;
}

// pointer +- integer of long.
static Reg pointer_arith(Func *f, NodeKind op, Type *type, Reg lhs, Node *rhs, Reg want) {
    Span span = f->span;
    uint64_t bytes;
    int64_t c;
    Reg size = emit_element_size(f, type->unqual->base, &bytes);
    int64_t unit = op == ND_SUB ? -(int64_t)bytes : (int64_t)bytes;
    uint32_t mark = f->regs.top;
    if (size == REG_NONE && emit_const_int(rhs, &c) && c > -32768 && c < 32768 && emit_fits16(c * unit)) {
        Reg d = emit_want(f, want);
        f->span = span;
        emit_op(f, OP_PADDI, d, lhs, (uint32_t)(c * unit));
        return d;
    }
    Reg i = emit_expr(f, rhs, REG_NONE);
    if (size != REG_NONE) {
        Reg scaled = regs_take(&f->regs, 1);
        emit_op(f, OP_MUL_I64, scaled, i, size);
        i = scaled;
        unit = op == ND_SUB ? -1 : 1;
    }
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = span;
    emit_op_ext(f, insn_make(OP_PADD, d, lhs, i), (uint64_t)unit);
    return d;
}

Reg emit_arith(Func *f, NodeKind op, Type *type, Reg lhs, Node *rhs, Reg want) {
    Span span = f->span;
    int64_t c;
    Reg out;
    if (type_is_pointer(type)) {
        return pointer_arith(f, op, type, lhs, rhs, want);
    }
    bool is_float = is_float_type(type);
    if (!is_float && emit_const_int(rhs, &c) && arith_immediate(f, op, type, lhs, c, want, &out)) {
        return out;
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, rhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = span;
    emit_op(f, is_float ? float_op(op, type) : int_op(op, type), d, lhs, r);
    return d;
}

static Reg pointer_difference(Func *f, Node *n, Reg want) {
    uint64_t bytes;
    Reg size = emit_element_size(f, n->lhs->type->unqual->base, &bytes);
    uint32_t mark = f->regs.top;
    Reg a = first_operand(f, n->lhs, n->rhs);
    Reg b = emit_expr(f, n->rhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_PDIFF, d, a, b), size == REG_NONE ? (bytes ? bytes : 1) : 1);
    if (size != REG_NONE) {
        emit_op(f, OP_DIV_I64, d, d, size);
    }
    return d;
}

static Reg binary(Func *f, Node *n, Reg want) {
    Node *lhs = n->lhs, *rhs = n->rhs;
    int64_t c;
    if (type_is_pointer(lhs->type) && n->kind == ND_SUB && type_is_pointer(rhs->type)) {
        return pointer_difference(f, n, want);
    }
    if (type_is_pointer(n->type) && n->kind == ND_ADD) {
        f->span = n->span;
        return emit_index_address(f, lhs, rhs, want);
    }
    bool commutes = n->kind == ND_ADD || n->kind == ND_BITAND;
    if (commutes && !is_float_type(n->type) && emit_const_int(lhs, &c) && emit_fits16(c)) {
        lhs = n->rhs;
        rhs = n->lhs;
    }
    uint32_t mark = f->regs.top;
    Reg a = first_operand(f, lhs, rhs);
    // The left operand's temporary is given back only when the right one is known; what arith takes lies above.
    Reg keep = f->regs.top;
    f->span = n->span;
    Reg into = want == REG_NONE ? mark : want;
    Reg d = emit_arith(f, n->kind, n->type, a, rhs, into);
    assert(keep >= mark);
    f->regs.top = mark;
    return emit_result(f, d, want);
}

static Reg unary(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    bool is_float = is_float_type(n->lhs->type);
    if (n->kind == ND_NEG) {
        emit_op(f, is_float ? OP_NEG_F : (Op)(OP_NEG_I32 + emit_int_variant(n->type)), d, r, 0);
    } else if (n->kind == ND_BITNOT) {
        emit_op(f, emit_int_variant(n->type) == 2 ? OP_NOT_U32 : OP_NOT, d, r, 0);
    } else if (is_float) {
        emit_op(f, OP_BOOL_F, d, r, 0);
        emit_op(f, OP_LNOT, d, d, 0);
    } else {
        emit_op(f, OP_LNOT, d, r, 0);
    }
    return d;
}

// ---------------------------------------------------------------- comparisons

static bool is_ordered_pointer(const Node *n) {
    return type_is_pointer(n->lhs->type) && n->kind != ND_EQ && n->kind != ND_NE;
}

static NodeKind mirrored(NodeKind kind) { // a op b is b mirrored(op) a
    switch (kind) {
    case ND_LT: return ND_GT;
    case ND_LE: return ND_GE;
    case ND_GT: return ND_LT;
    case ND_GE: return ND_LE;
    default: return kind;
    }
}

static NodeKind negated(NodeKind kind) {
    switch (kind) {
    case ND_LT: return ND_GE;
    case ND_LE: return ND_GT;
    case ND_GT: return ND_LE;
    case ND_GE: return ND_LT;
    case ND_EQ: return ND_NE;
    default: return ND_EQ;
    }
}

// The instruction for a op b with operands a, b; > and >= exchange them.
static Op value_compare(const Node *n, Reg *a, Reg *b) {
    NodeKind kind = n->kind;
    bool is_float = is_float_type(n->lhs->type);
    if (kind == ND_EQ || kind == ND_NE) {
        return is_float ? (kind == ND_EQ ? OP_EQ_F : OP_NE_F) : (kind == ND_EQ ? OP_EQ : OP_NE);
    }
    if (kind == ND_GT || kind == ND_GE) {
        Reg t = *a;
        *a = *b, *b = t;
        kind = mirrored(kind);
    }
    bool less = kind == ND_LT;
    if (is_float) {
        return less ? OP_LT_F : OP_LE_F;
    }
    if (type_is_pointer(n->lhs->type)) {
        return less ? OP_PLT : OP_PLE;
    }
    if (emit_is_u64(n->lhs->type)) {
        return less ? OP_LT_U : OP_LE_U;
    }
    return less ? OP_LT : OP_LE;
}

static Reg compare(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg a = first_operand(f, n->lhs, n->rhs);
    Reg b = emit_expr(f, n->rhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    Op op = value_compare(n, &a, &b);
    f->span = n->span;
    emit_op(f, op, d, a, b);
    return d;
}

// ---------------------------------------------------------------- conditions

// A leaf of a condition: temporaries' objects end before the jump, since only one of the ways comes by here again.
typedef struct Leaf {
    uint32_t mark, locals;
    bool in_branch;
} Leaf;

static Leaf leaf_begin(Func *f) {
    Leaf leaf = {f->regs.top, f->locals.count, f->in_branch};
    f->in_branch = true;
    return leaf;
}

static void leaf_end(Func *f, Leaf leaf) {
    emit_locals_end(f, leaf.locals);
    f->regs.top = leaf.mark;
    f->in_branch = leaf.in_branch;
}

static void cond_float(Func *f, Node *n, bool sense, Label *to) {
    Leaf leaf = leaf_begin(f);
    NodeKind kind = n->kind;
    Node *lhs = n->lhs, *rhs = n->rhs;
    Reg a = first_operand(f, lhs, rhs);
    Reg b = emit_expr(f, rhs, REG_NONE);
    leaf_end(f, leaf);
    if (kind == ND_GT || kind == ND_GE) {
        Reg t = a;
        a = b, b = t;
        kind = mirrored(kind);
    }
    Op op = OP_JEQ_F;
    switch (kind) {
    case ND_EQ: op = sense ? OP_JEQ_F : OP_JNE_F; break;
    case ND_NE: op = sense ? OP_JNE_F : OP_JEQ_F; break;
    case ND_LT: op = sense ? OP_JLT_F : OP_JNLT_F; break;
    default: op = sense ? OP_JLE_F : OP_JNLE_F; break;
    }
    f->span = n->span;
    emit_fused(f, op, a, b, to);
}

static Op immediate_jump(NodeKind kind) {
    switch (kind) {
    case ND_EQ: return OP_JEQI;
    case ND_NE: return OP_JNEI;
    case ND_LT: return OP_JLTI;
    case ND_LE: return OP_JLEI;
    case ND_GT: return OP_JGTI;
    default: return OP_JGEI;
    }
}

// a op constant with the constant in the instruction; false when there is no such instruction.
static bool jump_immediate(Func *f, NodeKind kind, bool u64, Reg a, int64_t c, Label *to) {
    if (u64 && kind != ND_EQ && kind != ND_NE) {
        // Unsigned and 64 bits: only the comparisons that ask for zero.
        if ((kind == ND_GT && c == 0) || (kind == ND_GE && c == 1)) {
            kind = ND_NE;
        } else if ((kind == ND_LE && c == 0) || (kind == ND_LT && c == 1)) {
            kind = ND_EQ;
        } else {
            return false;
        }
        c = 0;
    }
    if (!emit_fits16(c)) {
        return false;
    }
    if (c == 0 && (kind == ND_EQ || kind == ND_NE)) {
        emit_jump(f, kind == ND_EQ ? OP_JF : OP_JT, a, to);
    } else {
        emit_fused(f, immediate_jump(kind), a, (uint32_t)c, to);
    }
    return true;
}

static void jump_registers(Func *f, NodeKind kind, bool u64, const Reg regs[2], Label *to) {
    Reg a = regs[0], b = regs[1];
    switch (kind) {
    case ND_EQ: emit_fused(f, OP_JEQ, a, b, to); break;
    case ND_NE: emit_fused(f, OP_JNE, a, b, to); break;
    case ND_LT: emit_fused(f, u64 ? OP_JLT_U : OP_JLT, a, b, to); break;
    case ND_LE: emit_fused(f, u64 ? OP_JLE_U : OP_JLE, a, b, to); break;
    case ND_GT: emit_fused(f, u64 ? OP_JLT_U : OP_JLT, b, a, to); break;
    default: emit_fused(f, u64 ? OP_JLE_U : OP_JLE, b, a, to); break;
    }
}

static void cond_compare(Func *f, Node *n, bool sense, Label *to) {
    Node *lhs = n->lhs, *rhs = n->rhs;
    NodeKind kind = sense ? n->kind : negated(n->kind);
    bool u64 = emit_is_u64(lhs->type);
    int64_t c;
    if (emit_const_int(lhs, &c)) {
        Node *t = lhs;
        lhs = rhs, rhs = t;
        kind = mirrored(kind);
    }
    Leaf leaf = leaf_begin(f);
    bool immediate = emit_const_int(rhs, &c) && (emit_fits16(c) || (u64 && c == 1));
    Reg a = first_operand(f, lhs, immediate ? NULL : rhs);
    if (immediate) {
        uint32_t locals = f->locals.count;
        if (!(u64 && kind != ND_EQ && kind != ND_NE && c != 0 && c != 1)) {
            emit_locals_end(f, leaf.locals);
            f->span = n->span;
            if (jump_immediate(f, kind, u64, a, c, to)) {
                leaf_end(f, leaf);
                return;
            }
        }
        assert(f->locals.count <= locals);
    }
    Reg b = emit_expr(f, rhs, REG_NONE);
    leaf_end(f, leaf);
    f->span = n->span;
    jump_registers(f, kind, u64, (Reg[2]){a, b}, to);
}

// Any scalar as a condition.
static void cond_value(Func *f, Node *n, bool sense, Label *to) {
    Leaf leaf = leaf_begin(f);
    Reg r = emit_expr(f, n, REG_NONE);
    if (is_float_type(n->type)) {
        Reg zero = emit_int(f, 0, REG_NONE);
        leaf_end(f, leaf);
        f->span = n->span;
        emit_fused(f, sense ? OP_JNE_F : OP_JEQ_F, r, zero, to);
        return;
    }
    leaf_end(f, leaf);
    f->span = n->span;
    emit_jump(f, sense ? OP_JT : OP_JF, r, to);
}

static void cond_logic(Func *f, Node *n, bool sense, Label *to) {
    if ((n->kind == ND_OR) == sense) { // either side alone decides
        emit_cond(f, n->lhs, sense, to);
        emit_cond(f, n->rhs, sense, to);
        return;
    }
    Label over = LABEL_NEW;
    emit_cond(f, n->lhs, !sense, &over);
    emit_cond(f, n->rhs, sense, to);
    emit_bind(f, &over);
}

void emit_cond(Func *f, Node *n, bool sense, Label *to) {
    int64_t c;
    double d;
    if (emit_const_int(n, &c) || (emit_const_double(n, &d) && (c = d != 0, true))) {
        if ((c != 0) == sense) {
            f->span = n->span;
            emit_jump(f, OP_JMP, 0, to);
        }
        return;
    }
    switch (n->kind) {
    case ND_NOT: emit_cond(f, n->lhs, !sense, to); return;
    case ND_AND:
    case ND_OR: cond_logic(f, n, sense, to); return;
    case ND_COMMA: {
        Leaf leaf = leaf_begin(f);
        emit_effect(f, n->lhs);
        leaf_end(f, leaf);
        emit_cond(f, n->rhs, sense, to);
        return;
    }
    case ND_CAST:
        if (plain(n->type)->kind == TY_BOOL && type_is_scalar(n->lhs->type)) {
            emit_cond(f, n->lhs, sense, to);
            return;
        }
        break;
    case ND_LT:
    case ND_LE:
    case ND_GT:
    case ND_GE:
    case ND_EQ:
    case ND_NE:
        if (is_float_type(n->lhs->type)) {
            cond_float(f, n, sense, to);
            return;
        }
        if (!is_ordered_pointer(n)) {
            cond_compare(f, n, sense, to);
            return;
        }
        break;
    default: break;
    }
    cond_value(f, n, sense, to);
}

// The value of && or ||: 1 or 0.
static Reg logic(Func *f, Node *n, Reg want) {
    Label no = LABEL_NEW, end = LABEL_NEW;
    emit_cond(f, n, false, &no);
    Reg d = emit_want(f, want);
    emit_wide(f, OP_LDI, d, 1);
    emit_jump(f, OP_JMP, 0, &end);
    emit_bind(f, &no);
    emit_wide(f, OP_LDI, d, 0);
    emit_bind(f, &end);
    return d;
}

// ---------------------------------------------------------------- ?:

// One side of a ?:, into d. Objects it makes for itself end with it; if its value may point into one, that is a box.
static void branch(Func *f, Node *n, Reg d) {
    bool in_branch = f->in_branch, box_temps = f->box_temps;
    uint32_t locals = f->locals.count, mark = f->regs.top;
    f->in_branch = true;
    f->box_temps = box_temps || type_is_pointer(n->type);
    emit_expr(f, n, d);
    emit_locals_end(f, locals);
    f->in_branch = in_branch;
    f->box_temps = box_temps;
    f->regs.top = mark;
}

// c ?: b, where c is both the question and, converted, the answer.
static Reg cond_elvis(Func *f, Node *n, Reg want) {
    Label no = LABEL_NEW, end = LABEL_NEW;
    uint32_t mark = f->regs.top;
    Reg c = emit_expr(f, n->cond, REG_NONE);
    if (is_float_type(n->cond->type)) {
        uint32_t top = f->regs.top;
        Reg zero = emit_int(f, 0, REG_NONE);
        f->regs.top = top;
        emit_fused(f, OP_JEQ_F, c, zero, &no);
    } else {
        emit_jump(f, OP_JF, c, &no);
    }
    f->regs.top = mark;
    Reg d = want == REG_NONE ? mark : want;
    emit_result(f, emit_convert(f, n->cond->type, n->type, c, d), d);
    f->regs.top = mark;
    emit_jump(f, OP_JMP, 0, &end);
    emit_bind(f, &no);
    branch(f, n->rhs, d);
    emit_bind(f, &end);
    return emit_result(f, d, want);
}

static Reg conditional(Func *f, Node *n, Reg want) {
    int64_t c;
    if (!n->lhs) {
        return cond_elvis(f, n, want);
    }
    if (emit_const_int(n->cond, &c)) {
        return emit_expr(f, c ? n->lhs : n->rhs, want);
    }
    Label no = LABEL_NEW, end = LABEL_NEW;
    emit_cond(f, n->cond, false, &no);
    Reg d = want == REG_NONE ? f->regs.top : want;
    regs_touch(&f->regs, d + 1);
    branch(f, n->lhs, d);
    emit_jump(f, OP_JMP, 0, &end);
    emit_bind(f, &no);
    branch(f, n->rhs, d);
    emit_bind(f, &end);
    return emit_result(f, d, want);
}

static void conditional_effect(Func *f, Node *n) {
    Label no = LABEL_NEW, end = LABEL_NEW;
    if (!n->lhs) {
        emit_cond(f, n->cond, true, &end);
    } else {
        bool in_branch = f->in_branch;
        emit_cond(f, n->cond, false, &no);
        f->in_branch = true;
        uint32_t locals = f->locals.count;
        emit_effect(f, n->lhs);
        emit_locals_end(f, locals);
        f->in_branch = in_branch;
        emit_jump(f, OP_JMP, 0, &end);
        emit_bind(f, &no);
    }
    bool in_branch = f->in_branch;
    f->in_branch = true;
    uint32_t locals = f->locals.count;
    emit_effect(f, n->rhs);
    emit_locals_end(f, locals);
    f->in_branch = in_branch;
    emit_bind(f, &end);
}

// ---------------------------------------------------------------- assignment

// A conversion that only drops high bits is done by the store itself.
static Node *before_narrowing(Node *value, const Type *target) {
    while (value->kind == ND_CAST && type_is_integer(value->type) && type_is_integer(value->lhs->type) &&
           plain(value->type)->kind != TY_BOOL && plain(value->lhs->type)->size_bytes >= target->size_bytes &&
           plain(value->type)->size_bytes >= target->size_bytes && plain(target)->kind != TY_BOOL) {
        value = value->lhs;
    }
    return value;
}

static Reg assign_record(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, n->lhs);
    emit_place_keep(f, &p, n->rhs);
    Reg to = emit_address(f, &p, REG_NONE);
    emit_record(f, n->rhs, to);
    f->regs.top = mark;
    return emit_result(f, to, want);
}

static Reg assign(Func *f, Node *n, Reg want, bool used) {
    if (type_is_record(n->type)) {
        return assign_record(f, n, want);
    }
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, n->lhs);
    if (p.kind == PLACE_REG) {
        emit_expr(f, n->rhs, p.base);
        emit_var_assigned(f, p.base);
        f->regs.top = mark;
        return used ? emit_result(f, p.base, want) : REG_NONE;
    }
    emit_place_keep(f, &p, n->rhs);
    bool is_bits = p.kind == PLACE_BITS;
    Reg v = emit_expr(f, used || is_bits ? n->rhs : before_narrowing(n->rhs, p.type), REG_NONE);
    emit_store(f, &p, v);
    if (!used) {
        f->regs.top = mark;
        return REG_NONE;
    }
    if (is_bits) { // the value is what the bit-field holds now (C17 6.5.16p3)
        f->regs.top = mark;
        return emit_load(f, &p, want);
    }
    f->regs.top = mark;
    return emit_result(f, v, want);
}

// The new value of a place: its old one, converted, op rhs, converted back. old stays alive.
static Reg updated(Func *f, Node *n, NodeKind op, const Place *p, Reg old) {
    Type *target = n->lhs->type->unqual, *work = n->op_type ? n->op_type : target;
    Node one = {.kind = ND_INT, .type = type_basic(f->unit->types, TY_LONG), .value = 1, .span = n->span};
    Node *rhs = n->kind == ND_OP_ASSIGN ? n->rhs : &one;
    Reg into = p->kind == PLACE_REG && emit_convert_is_free(work, target) ? p->base : REG_NONE;
    Reg left = emit_convert(f, target, work, old, REG_NONE);
    f->span = n->span;
    if (is_float_type(work) && rhs == &one) {
        one = (Node){.kind = ND_FLOAT, .type = work, .number = 1, .span = n->span};
    }
    Reg r = emit_arith(f, op, work, left, rhs, into);
    if (into == REG_NONE) {
        f->span = n->span;
        r = emit_convert(f, work, target, r, p->kind == PLACE_REG ? p->base : REG_NONE);
    }
    return r;
}

// op=, ++ and --. post: the value is the old one.
static Reg update(Func *f, Node *n, Reg want, bool used) {
    bool post = used && (n->kind == ND_POST_INC || n->kind == ND_POST_DEC);
    NodeKind op = n->kind == ND_OP_ASSIGN                              ? n->op
                  : n->kind == ND_PRE_INC || n->kind == ND_POST_INC ? ND_ADD
                                                                       : ND_SUB;
    uint32_t mark = f->regs.top;
    Reg result = REG_NONE;
    if (post && want == REG_NONE) {
        result = regs_take(&f->regs, 1); // below the place's temporaries, so that it can stay
    }
    Place p = emit_place(f, n->lhs);
    if (post && p.kind == PLACE_REG && want != REG_NONE && want != p.base) {
        result = want; // at once: nothing else is read
        regs_touch(&f->regs, want + 1);
        f->regs.top = f->regs.top > want ? f->regs.top : want + 1;
    }
    if (n->kind == ND_OP_ASSIGN) {
        emit_place_keep(f, &p, n->rhs);
    }
    f->span = n->span;
    Reg old = emit_load(f, &p, REG_NONE);
    if (post) {
        // `want` may be the variable itself (x = x++): it is written last.
        Reg saved = result;
        if (saved == REG_NONE) {
            saved = p.kind == PLACE_REG ? regs_take(&f->regs, 1) : old;
        }
        emit_move(f, saved, old);
        result = saved;
    }
    Reg value = updated(f, n, op, &p, old);
    emit_store(f, &p, value);
    if (!post) {
        result = value;
        if (used && p.kind == PLACE_BITS) {
            f->regs.top = mark;
            return emit_load(f, &p, want);
        }
    }
    f->regs.top = mark;
    return used ? emit_result(f, result, want) : REG_NONE;
}

// ---------------------------------------------------------------- other expressions

// malloc and kin give blocks without a type; the pointer they are converted to tells what they hold.
static bool is_block(const Node *n) {
    static const char *const names[] = {"malloc", "calloc", "realloc", "aligned_alloc", "reallocarray"};
    if (n->kind != ND_CALL || n->call_kind != CALL_NATIVE || !n->call_sym || !n->call_sym->native_name) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(n->call_sym->native_name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static Reg typed_block(Func *f, Node *n, Reg want) {
    Reg r = emit_expr(f, n->lhs, want);
    const Layout *layout = emit_layout(f, n->type->unqual->base);
    emit_wide(f, OP_TYPED, r, (int32_t)emit_const_ptr(f, KC_LAYOUT, layout));
    return r;
}

static Reg cast(Func *f, Node *n, Reg want) {
    Type *from = n->lhs->type, *to = n->type;
    if (plain(to)->kind == TY_VOID) {
        emit_effect(f, n->lhs);
        return 0;
    }
    if (is_block(n->lhs) && type_is_pointer(to) && to->unqual->base->is_complete && !to->unqual->base->is_vla) {
        return typed_block(f, n, want);
    }
    if (emit_convert_is_free(from, to) || (type_is_integer(to) && type_is_scalar(from) && !is_float_type(from) && emit_is_boolean(n->lhs))) {
        return emit_expr(f, n->lhs, want);
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    f->regs.top = mark;
    f->span = n->span;
    return emit_convert(f, from, to, r, want);
}

static Reg address_of(Func *f, Node *n, Reg want) {
    Node *lvalue = n->lhs;
    if (lvalue->type->kind == TY_FUNC) {
        Node decay = {.kind = ND_DECAY, .type = n->type, .lhs = lvalue, .span = n->span};
        return emit_decay(f, &decay, want);
    }
    if (lvalue->kind == ND_DEREF) {
        return emit_expr(f, lvalue->lhs, want);
    }
    f->span = n->span;
    if (lvalue->kind == ND_INDEX) {
        return emit_index_address(f, lvalue->lhs, lvalue->rhs, want);
    }
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, lvalue);
    f->regs.top = mark;
    return emit_address(f, &p, want);
}

// A lvalue read: a scalar's value, or a pointer to a struct or array.
static Reg read_lvalue(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Place p = emit_place(f, n);
    f->regs.top = mark;
    return type_is_scalar(n->type) ? emit_load(f, &p, want) : emit_address(f, &p, want);
}

static Reg vla_size(Func *f, Node *n, Reg want) {
    emit_vla_sizes(f, n->vla);
    uint64_t bytes;
    Reg size = emit_element_size(f, n->vla, &bytes);
    if (size == REG_NONE) {
        return emit_int(f, (int64_t)bytes, want);
    }
    if (n->kind == ND_COUNTOF_EXPR || n->kind == ND_COUNTOF_TYPE) {
        uint64_t element;
        Reg unit = emit_element_size(f, n->vla->base, &element);
        uint32_t mark = f->regs.top;
        if (unit == REG_NONE) {
            unit = emit_int(f, (int64_t)element, REG_NONE);
        }
        f->regs.top = mark;
        Reg d = emit_want(f, want);
        emit_op(f, OP_DIV_U64, d, size, unit);
        return d;
    }
    return emit_result(f, size, want);
}

static Reg va_arg(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg list = emit_expr(f, n->lhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_VAARG, d, list, layout_mem_type(n->type)),
                emit_const_ptr(f, KC_LAYOUT, emit_layout(f, n->type)));
    return d;
}

// A struct value that needs an object of its own, as a pointer to it.
static Reg record_temp(Func *f, Node *n, Reg want) {
    Reg r = regs_take(&f->regs, 1);
    if (f->box_temps) {
        emit_op_ext(f, insn_make(OP_BOXNEW, r, 0, 0), n->type->size_bytes);
    } else {
        emit_local(f, r, emit_site(f, NULL, n->type, n->span));
    }
    emit_record(f, n, r);
    f->regs.top = r + 1;
    if (want != REG_NONE) {
        f->regs.top = r;
    }
    return emit_result(f, r, want);
}

static Reg comma(Func *f, Node *n, Reg want) {
    emit_effect(f, n->lhs);
    return emit_expr(f, n->rhs, want);
}

static Reg async_or_call(Func *f, Node *n, Reg want) {
    switch (n->kind) {
    case ND_AWAIT:
        return emit_call_is_record(n->lhs) ? record_temp(f, n, want) : emit_await(f, n, want, REG_NONE);
    case ND_SPAWN: return emit_spawn(f, n, want);
    case ND_YIELD: return emit_yield(f, n, want);
    case ND_YIELD_FROM: return emit_yield_from(f, n, want);
    case ND_CALL:
        return emit_call_is_record(n) ? record_temp(f, n, want) : emit_call(f, n, want, REG_NONE);
    default: assert(!"an expression"); return 0;
    }
}

Reg emit_expr(Func *f, Node *n, Reg want) {
    Reg r;
    if (constant(f, n, want, &r)) {
        return r;
    }
    switch (n->kind) {
    case ND_NAME:
    case ND_DEREF:
    case ND_INDEX:
    case ND_MEMBER:
    case ND_COMPOUND:
    case ND_STRING: return read_lvalue(f, n, want);
    case ND_ADDR: return address_of(f, n, want);
    case ND_DECAY: return emit_decay(f, n, want);
    case ND_PLUS: return emit_expr(f, n->lhs, want);
    case ND_NEG:
    case ND_NOT:
    case ND_BITNOT: return unary(f, n, want);
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_OP_ASSIGN: return update(f, n, want, true);
    case ND_ASSIGN: return assign(f, n, want, true);
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
    case ND_REM:
    case ND_SHL:
    case ND_SHR:
    case ND_BITAND:
    case ND_BITOR:
    case ND_BITXOR: return binary(f, n, want);
    case ND_LT:
    case ND_LE:
    case ND_GT:
    case ND_GE:
    case ND_EQ:
    case ND_NE: return compare(f, n, want);
    case ND_AND:
    case ND_OR: return logic(f, n, want);
    case ND_COND: return type_is_record(n->type) ? record_temp(f, n, want) : conditional(f, n, want);
    case ND_COMMA: return comma(f, n, want);
    case ND_CAST: return cast(f, n, want);
    case ND_STMT_EXPR:
        return type_is_record(n->type) ? record_temp(f, n, want) : emit_stmt_expr(f, n, want, REG_NONE);
    case ND_SIZEOF_EXPR:
    case ND_SIZEOF_TYPE:
    case ND_COUNTOF_EXPR:
    case ND_COUNTOF_TYPE: return vla_size(f, n, want);
    case ND_VA_ARG: return va_arg(f, n, want);
    default: return async_or_call(f, n, want);
    }
}

// ---------------------------------------------------------------- effects

void emit_effect(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    switch (n->kind) {
    case ND_INT:
    case ND_FLOAT:
    case ND_STRING:
    case ND_NAME: break;
    case ND_ASSIGN: assign(f, n, REG_NONE, false); break;
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_OP_ASSIGN: update(f, n, REG_NONE, false); break;
    case ND_COMMA:
        emit_effect(f, n->lhs);
        emit_effect(f, n->rhs);
        break;
    case ND_CAST: emit_effect(f, n->lhs); break;
    case ND_COND: conditional_effect(f, n); break;
    case ND_AND:
    case ND_OR: {
        Label over = LABEL_NEW;
        uint32_t locals = f->locals.count;
        bool in_branch = f->in_branch;
        emit_cond(f, n->lhs, n->kind == ND_OR, &over);
        f->in_branch = true;
        emit_effect(f, n->rhs);
        emit_locals_end(f, locals);
        f->in_branch = in_branch;
        emit_bind(f, &over);
        break;
    }
    case ND_STMT_EXPR: emit_stmt_expr_effect(f, n); break;
    case ND_CALL: emit_call_effect(f, n); break;
    default:
        if (emit_has_effects(n) || !type_is_record(n->type)) {
            emit_expr(f, n, REG_NONE);
        }
        break;
    }
    f->regs.top = mark;
}

// ---------------------------------------------------------------- structs

static void record_branch(Func *f, Node *n, Reg to) {
    bool in_branch = f->in_branch;
    uint32_t locals = f->locals.count;
    f->in_branch = true;
    emit_record(f, n, to);
    emit_locals_end(f, locals);
    f->in_branch = in_branch;
}

static void record_conditional(Func *f, Node *n, Reg to) {
    Label no = LABEL_NEW, end = LABEL_NEW;
    assert(n->lhs);
    emit_cond(f, n->cond, false, &no);
    record_branch(f, n->lhs, to);
    emit_jump(f, OP_JMP, 0, &end);
    emit_bind(f, &no);
    record_branch(f, n->rhs, to);
    emit_bind(f, &end);
}

void emit_record(Func *f, Node *n, Reg to) {
    uint32_t mark = f->regs.top;
    switch (n->kind) {
    case ND_COND: record_conditional(f, n, to); break;
    case ND_COMMA:
        emit_effect(f, n->lhs);
        emit_record(f, n->rhs, to);
        break;
    case ND_CAST: emit_record(f, n->lhs, to); break;
    case ND_STMT_EXPR: emit_stmt_expr(f, n, REG_NONE, to); break;
    case ND_CALL:
    case ND_AWAIT: {
        Node *call = n->kind == ND_AWAIT ? n->lhs : n;
        if (call->kind == ND_CALL && emit_call_is_record(call)) {
            emit_call(f, call, REG_NONE, to);
        } else {
            Reg from = emit_expr(f, n, REG_NONE);
            f->span = n->span;
            emit_copy(f, to, from, n->type->size_bytes);
        }
        break;
    }
    case ND_COMPOUND:
        if (n->sym->storage != STORE_GLOBAL && n->sym->storage != STORE_STATIC && n->compound_init &&
            emit_init_into(f, n->compound_init, to)) {
            break;
        } // fall through
    default: {
        Reg from = emit_expr(f, n, REG_NONE);
        f->span = n->span;
        emit_copy(f, to, from, n->type->size_bytes);
        break;
    }
    }
    f->regs.top = mark;
}
