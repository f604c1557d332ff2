// emit_cond.c: comparisons, conditions and what is evaluated only sometimes: && || ?:.
//
// A condition becomes jumps, never a 0 or 1 that is tested again: emit_cond jumps to a
// label when the condition is `sense` and falls through otherwise. Comparisons are fused
// with their jump, constants stand in the instruction. Negation turns `sense` round; for
// doubles there are jumps of their own, since not a < b is true of a NaN.
#include "code/emit.h"

static const Type *plain(const Type *type) {
    return type->unqual;
}

static bool is_float_type(const Type *type) {
    return type_is_floating(plain(type));
}

// ---------------------------------------------------------------- comparisons

// p < q of pointers has no fused jump: objects are compared by address, offsets as signed
// (PLT).
static bool is_ordered_pointer(const Node *n) {
    return type_is_pointer(n->lhs->type) && n->kind != ND_EQ && n->kind != ND_NE;
}

// Of integers and pointers only: not a < b is no comparison of doubles.
static NodeKind negated(NodeKind kind) {
    switch (kind) {
    case ND_LT:
        return ND_GE;
    case ND_LE:
        return ND_GT;
    case ND_GT:
        return ND_LE;
    case ND_GE:
        return ND_LT;
    case ND_EQ:
        return ND_NE;
    default:
        return ND_EQ;
    }
}

// The instruction for a op b with operands a, b; > and >= exchange them.
static Op value_compare(const Node *n, Reg *a, Reg *b) {
    NodeKind kind = n->kind;
    bool is_float = is_float_type(n->lhs->type);
    if (kind == ND_EQ || kind == ND_NE) {
        return is_float ? (kind == ND_EQ ? OP_EQ_F : OP_NE_F)
                        : (kind == ND_EQ ? OP_EQ : OP_NE);
    }
    if (kind == ND_GT || kind == ND_GE) {
        Reg t = *a;
        *a = *b, *b = t;
        kind = op_mirrored(kind);
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

// Both sides of a comparison; a variable waits for what may change it (emit_waits).
static void compared(Func *f, Node *n, Reg *a, Reg *b) {
    if (emit_waits(n->lhs, n->rhs)) {
        *b = emit_first_operand(f, n->rhs, n->lhs);
        *a = emit_expr(f, n->lhs, REG_NONE);
    } else {
        *a = emit_first_operand(f, n->lhs, n->rhs);
        *b = emit_expr(f, n->rhs, REG_NONE);
    }
}

// A comparison as a value, 0 or 1.
Reg emit_compare(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg a, b;
    compared(f, n, &a, &b);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    Op op = value_compare(n, &a, &b);
    f->span = n->span;
    emit_op(f, op, d, a, b);
    return d;
}

// ---------------------------------------------------------------- conditions

// A leaf of a condition: temporaries' objects end before the jump, since only one of the
// ways comes by here again.
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

// When the sense is false the jump is the one that a NaN takes as well.
static void cond_float(Func *f, Node *n, bool sense, Label *to) {
    Leaf leaf = leaf_begin(f);
    NodeKind kind = n->kind;
    Reg a, b;
    compared(f, n, &a, &b);
    leaf_end(f, leaf);
    if (kind == ND_GT || kind == ND_GE) {
        Reg t = a;
        a = b, b = t;
        kind = op_mirrored(kind);
    }
    Op op = OP_JEQ_F;
    switch (kind) {
    case ND_EQ:
        op = sense ? OP_JEQ_F : OP_JNE_F;
        break;
    case ND_NE:
        op = sense ? OP_JNE_F : OP_JEQ_F;
        break;
    case ND_LT:
        op = sense ? OP_JLT_F : OP_JNLT_F;
        break;
    default:
        op = sense ? OP_JLE_F : OP_JNLE_F;
        break;
    }
    f->span = n->span;
    emit_fused(f, op, a, b, to);
}

static Op immediate_jump(NodeKind kind) {
    switch (kind) {
    case ND_EQ:
        return OP_JEQI;
    case ND_NE:
        return OP_JNEI;
    case ND_LT:
        return OP_JLTI;
    case ND_LE:
        return OP_JLEI;
    case ND_GT:
        return OP_JGTI;
    default:
        return OP_JGEI;
    }
}

// An integer comparison to be fused with its jump.
typedef struct Compare {
    NodeKind kind;
    bool u64; // unsigned, 64 bits
    Reg a, b;
} Compare;

// a op constant with the constant in the instruction; false when there is no such
// instruction.
static bool jump_immediate(Func *f, const Compare *e, int64_t c, Label *to) {
    NodeKind kind = e->kind;
    Reg a = e->a;
    if (e->u64 && kind != ND_EQ && kind != ND_NE) {
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

// > and >= exchange their operands; there are no instructions for them.
static void jump_registers(Func *f, const Compare *e, Label *to) {
    NodeKind kind = e->kind;
    Reg a = e->a, b = e->b;
    bool u64 = e->u64;
    switch (kind) {
    case ND_EQ:
        emit_fused(f, OP_JEQ, a, b, to);
        break;
    case ND_NE:
        emit_fused(f, OP_JNE, a, b, to);
        break;
    case ND_LT:
        emit_fused(f, u64 ? OP_JLT_U : OP_JLT, a, b, to);
        break;
    case ND_LE:
        emit_fused(f, u64 ? OP_JLE_U : OP_JLE, a, b, to);
        break;
    case ND_GT:
        emit_fused(f, u64 ? OP_JLT_U : OP_JLT, b, a, to);
        break;
    default:
        emit_fused(f, u64 ? OP_JLE_U : OP_JLE, b, a, to);
        break;
    }
}

// A constant on the left changes sides, so that it can stand in the instruction; so does a
// variable that waits for what may change it (emit_waits).
static void cond_compare(Func *f, Node *n, bool sense, Label *to) {
    Node *lhs = n->lhs, *rhs = n->rhs;
    NodeKind kind = sense ? n->kind : negated(n->kind);
    bool u64 = emit_is_u64(lhs->type);
    int64_t c;
    if (emit_const_int(lhs, &c) || emit_waits(lhs, rhs)) {
        Node *t = lhs;
        lhs = rhs, rhs = t;
        kind = op_mirrored(kind);
    }
    Leaf leaf = leaf_begin(f);
    bool immediate = emit_const_int(rhs, &c) && (emit_fits16(c) || (u64 && c == 1));
    Compare e = {kind, u64, emit_first_operand(f, lhs, immediate ? NULL : rhs), REG_NONE};
    if (immediate) {
        emit_locals_end(f, leaf.locals);
        f->span = n->span;
        if (jump_immediate(f, &e, c, to)) {
            leaf_end(f, leaf);
            return;
        }
    }
    e.b = emit_expr(f, rhs, REG_NONE);
    leaf_end(f, leaf);
    f->span = n->span;
    jump_registers(f, &e, to);
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

// a && b, jumping when false: either side jumps. Jumping when true: a false a goes over
// b. || is the mirror image.
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

// Constant conditions become a jump or nothing: `while (1)` tests nothing.
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
    case ND_NOT:
        emit_cond(f, n->lhs, !sense, to);
        return;
    case ND_AND:
    case ND_OR:
        cond_logic(f, n, sense, to);
        return;
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
    default:
        if (!op_is_comparison(n->kind)) {
            break;
        }
        if (is_float_type(n->lhs->type)) {
            cond_float(f, n, sense, to);
            return;
        }
        if (!is_ordered_pointer(n)) {
            cond_compare(f, n, sense, to);
            return;
        }
        break;
    }
    cond_value(f, n, sense, to);
}

// The value of && or ||: 1 or 0.
Reg emit_logic(Func *f, Node *n, Reg want) {
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

// One side of a ?:, into d. Objects it makes for itself end with it; if its value may
// point into one, that is a box.
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

// d is taken only after both sides: each may use it, and all above, for its own purposes
// until it writes it.
Reg emit_conditional(Func *f, Node *n, Reg want) {
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

// c ? f() : g() as a statement: no value, no register.
void emit_conditional_effect(Func *f, Node *n) {
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
