// emit_expr.c: expressions. The contract is in emit.h: emit_expr gives a value,
// emit_effect only does, emit_cond jumps, emit_record fills an object.
//
// Operands that are variables in registers are used where they are. That is right because
// C leaves reading and changing a variable without a sequence point between them
// undefined; still an operand is copied when the other one assigns to anything, so that
// what was read first stays what it was.
//
// Read next: emit_assign.c, emit_cond.c (conditions), emit_call.c, emit_conv.c (casts).
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- constants

// Thirty-two bits fit the instruction, more are a constant.
Reg emit_int(Func *f, int64_t value, Reg want) {
    Reg d = emit_want(f, want);
    if (value >= INT32_MIN && value <= INT32_MAX) {
        emit_wide(f, OP_LDI, d, (int32_t)value);
    } else {
        emit_wide(
            f, OP_LDK, d,
            (int32_t)emit_const(f, (Const){.kind = KC_INT, .bits = (uint64_t)value}));
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
    int64_t i = 0;
    double d = 0;
    uint64_t bits;
    if (emit_const_int(n, &i)) {
        bits = (uint64_t)i;
    } else if (emit_const_double(n, &d)) {
        memcpy(&bits, &d, sizeof bits);
    } else {
        return false;
    }
    Reg kept = want == REG_NONE ? emit_kept(f, false, bits) : REG_NONE;
    *out = kept != REG_NONE            ? kept
           : type_is_floating(n->type) ? emit_double(f, d, want)
                                       : emit_int(f, i, want);
    return true;
}

// ---------------------------------------------------------------- operands

// `a + (a = 3)`: what stood in a when it was read is copied before it changes.
Reg emit_first_operand(Func *f, Node *n, const Node *second) {
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n, REG_NONE);
    if (r < mark && second && emit_assigns(second, r)) {
        Reg copy = regs_take(&f->regs, 1);
        emit_move(f, copy, r);
        return copy;
    }
    return r;
}

static const Type *plain(const Type *type) {
    return type->unqual;
}

static bool is_float_type(const Type *type) {
    return type_is_floating(plain(type));
}

// ---------------------------------------------------------------- arithmetic

static Reg right_operand(Func *f, const Arith *e) {
    return e->early != REG_NONE ? e->early : emit_expr(f, e->rhs, REG_NONE);
}

static Op float_op(NodeKind op, const Type *type) {
    bool single = plain(type)->kind == TY_FLOAT;
    switch (op) {
    case ND_ADD:
        return single ? OP_ADD_F32 : OP_ADD_F64;
    case ND_SUB:
        return single ? OP_SUB_F32 : OP_SUB_F64;
    case ND_MUL:
        return single ? OP_MUL_F32 : OP_MUL_F64;
    default:
        assert(op == ND_DIV);
        return single ? OP_DIV_F32 : OP_DIV_F64;
    }
}

static Op int_op(NodeKind op, const Type *type) {
    uint32_t variant = emit_int_variant(type);
    switch (op) {
    case ND_ADD:
        return (Op)(OP_ADD_I32 + variant);
    case ND_SUB:
        return (Op)(OP_SUB_I32 + variant);
    case ND_MUL:
        return (Op)(OP_MUL_I32 + variant);
    case ND_DIV:
        return (Op)(OP_DIV_I32 + variant);
    case ND_REM:
        return (Op)(OP_REM_I32 + variant);
    case ND_SHL:
        return (Op)(OP_SHL_I32 + variant);
    case ND_SHR:
        return (Op)(OP_SHR_I32 + variant);
    case ND_BITAND:
        return OP_AND;
    case ND_BITOR:
        return OP_OR;
    default:
        assert(op == ND_BITXOR);
        return OP_XOR;
    }
}

// lhs op constant in one instruction, where there is such an instruction.
static bool arith_immediate(Func *f, const Arith *e, int64_t c, Reg want, Reg *out) {
    NodeKind op = e->op;
    Span span = f->span;
    Op insn;
    if (op == ND_SUB && c != INT64_MIN && emit_fits16(-c)) {
        c = -c;
        op = ND_ADD;
    }
    if (!emit_fits16(c)) {
        return false;
    }
    if (op == ND_ADD) {
        insn = (Op)(OP_ADDI_I32 + emit_int_variant(e->type));
    } else if (op == ND_BITAND) {
        insn = OP_ANDI;
    } else {
        return false;
    }
    *out = emit_want(f, want);
    f->span = span;
    emit_op(f, insn, *out, e->lhs, (uint32_t)c);
    return true;
}

// pointer +- integer of long.
static Reg pointer_arith(Func *f, const Arith *e, Reg want) {
    Span span = f->span;
    uint64_t bytes;
    int64_t c;
    Reg size = emit_element_size(f, e->type->unqual->base, &bytes);
    int64_t unit = e->op == ND_SUB ? -(int64_t)bytes : (int64_t)bytes;
    uint32_t mark = f->regs.top;
    if (size == REG_NONE && emit_const_int(e->rhs, &c) && c > -32768 && c < 32768 &&
        emit_fits16(c * unit)) {
        Reg d = emit_want(f, want);
        f->span = span;
        emit_op(f, OP_PADDI, d, e->lhs, (uint32_t)(c * unit));
        return d;
    }
    Reg i = right_operand(f, e);
    if (size != REG_NONE) {
        Reg scaled = regs_take(&f->regs, 1);
        emit_op(f, OP_MUL_I64, scaled, i, size);
        i = scaled;
        unit = e->op == ND_SUB ? -1 : 1;
    }
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = span;
    emit_op_ext(f, insn_make(OP_PADD, d, e->lhs, i), (uint64_t)unit);
    return d;
}

// The right side is evaluated above everything live, then both give way to the result.
Reg emit_arith(Func *f, const Arith *e, Reg want) {
    Span span = f->span;
    int64_t c;
    Reg out;
    if (type_is_pointer(e->type)) {
        return pointer_arith(f, e, want);
    }
    bool is_float = is_float_type(e->type);
    if (!is_float && emit_const_int(e->rhs, &c) && arith_immediate(f, e, c, want, &out)) {
        return out;
    }
    uint32_t mark = f->regs.top;
    Reg r = right_operand(f, e);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = span;
    emit_op(f, is_float ? float_op(e->op, e->type) : int_op(e->op, e->type), d, e->lhs,
            r);
    return d;
}

// Elements, not bytes; the instruction divides. Of VLAs the size is in a register, and we
// divide.
static Reg pointer_difference(Func *f, Node *n, Reg want) {
    uint64_t bytes;
    Reg size = emit_element_size(f, n->lhs->type->unqual->base, &bytes);
    uint32_t mark = f->regs.top;
    Reg a = emit_first_operand(f, n->lhs, n->rhs);
    Reg b = emit_expr(f, n->rhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    emit_op_ext(f, insn_make(OP_PDIFF, d, a, b),
                size == REG_NONE ? (bytes ? bytes : 1) : 1);
    if (size != REG_NONE) {
        emit_op(f, OP_DIV_I64, d, d, size);
    }
    return d;
}

// With a constant on the left, + and & exchange sides for their immediate forms; and a
// variable waits for what may change it (emit_waits).
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
    bool turns =
        commutes || n->kind == ND_MUL || n->kind == ND_BITOR || n->kind == ND_BITXOR;
    if ((commutes && !is_float_type(n->type) && emit_const_int(lhs, &c) &&
         emit_fits16(c)) ||
        (turns && emit_waits(lhs, rhs))) {
        lhs = n->rhs;
        rhs = n->lhs;
    }
    uint32_t mark = f->regs.top;
    Reg a = emit_first_operand(f, lhs, rhs);
    // The left operand's temporary is given back only when the right one is known; what
    // emit_arith takes lies above.
    Reg keep = f->regs.top;
    f->span = n->span;
    Reg into = want == REG_NONE ? mark : want;
    Reg d = emit_arith(f, &(Arith){n->kind, n->type, a, rhs, REG_NONE}, into);
    assert(keep >= mark);
    f->regs.top = mark;
    return emit_result(f, d, want);
}

// !x of a double compares with 0.0; of everything else it looks at the bits.
static Reg unary(Func *f, Node *n, Reg want) {
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = n->span;
    bool is_float = is_float_type(n->lhs->type);
    if (n->kind == ND_NEG) {
        emit_op(f, is_float ? OP_NEG_F : (Op)(OP_NEG_I32 + emit_int_variant(n->type)), d,
                r, 0);
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

// ---------------------------------------------------------------- other expressions

// malloc and kin give blocks without a type; the pointer they are converted to tells what
// they hold.
static bool is_block(const Node *n) {
    static const char *const names[] = {"malloc", "calloc", "realloc", "aligned_alloc",
                                        "reallocarray"};
    if (n->kind != ND_CALL || n->call_kind != CALL_NATIVE || !n->call_sym ||
        !n->call_sym->native_name) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(n->call_sym->native_name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

// Only for messages and display; it changes nothing a program can see.
static Reg typed_block(Func *f, Node *n, Reg want) {
    Reg r = emit_expr(f, n->lhs, want);
    const Layout *layout = emit_layout(f, n->type->unqual->base);
    emit_wide(f, OP_TYPED, r, (int32_t)emit_const_ptr(f, KC_LAYOUT, layout));
    return r;
}

// Most casts are no instruction (emit_convert_is_free).
static Reg cast(Func *f, Node *n, Reg want) {
    Type *from = n->lhs->type, *to = n->type;
    if (plain(to)->kind == TY_VOID) {
        emit_effect(f, n->lhs);
        return 0;
    }
    if (is_block(n->lhs) && type_is_pointer(to) && to->unqual->base->is_complete &&
        !to->unqual->base->is_vla) {
        return typed_block(f, n, want);
    }
    if (emit_convert_is_free(from, to) ||
        (type_is_integer(to) && type_is_scalar(from) && !is_float_type(from) &&
         emit_is_boolean(n->lhs))) {
        return emit_expr(f, n->lhs, want);
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    f->regs.top = mark;
    f->span = n->span;
    return emit_convert(f, from, to, r, want);
}

// &*p is p, &a[i] is a + i, &f is f: nothing is read (C17 6.5.3.2p3).
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
    if (!type_is_scalar(n->type)) {
        return emit_address(f, &p, want);
    }
    f->copies_byte = n == f->copied;
    Reg r = emit_load(f, &p, want);
    f->copies_byte = false;
    return r;
}

// sizeof and countof of what is known only when run: the declaration computed it.
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

// The layout is for the message when the next argument is of another type.
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
        return emit_call_is_record(n->lhs) ? record_temp(f, n, want)
                                           : emit_await(f, n, want, REG_NONE);
    case ND_SPAWN:
        return emit_spawn(f, n, want);
    case ND_YIELD:
        return emit_yield(f, n, want);
    case ND_YIELD_FROM:
        return emit_yield_from(f, n, want);
    case ND_CALL:
        return emit_call_is_record(n) ? record_temp(f, n, want)
                                      : emit_call(f, n, want, REG_NONE);
    default:
        assert(!"an expression");
        return 0;
    }
}

// Expressions that compute one value from others.
static Reg operator(Func *f, Node *n, Reg want) {
    switch (n->kind) {
    case ND_NEG:
    case ND_NOT:
    case ND_BITNOT:
        return unary(f, n, want);
    case ND_MUL: {
        Reg known = f->hoisted.count > 0 ? emit_hoisted(f, n) : REG_NONE;
        return known != REG_NONE ? emit_result(f, known, want) : binary(f, n, want);
    }
    case ND_AND:
    case ND_OR:
        return emit_logic(f, n, want);
    default:
        return op_is_arithmetic(n->kind)   ? binary(f, n, want)
               : op_is_comparison(n->kind) ? emit_compare(f, n, want)
                                           : async_or_call(f, n, want);
    }
}

Reg emit_expr(Func *f, Node *n, Reg want) {
    Reg r;
    if (constant(f, n, want, &r)) {
        return r;
    }
    switch (n->kind) {
    case ND_NAME:
        return n->sym->in_fields ? record_temp(f, n, want) : read_lvalue(f, n, want);
    case ND_DEREF:
    case ND_INDEX:
    case ND_MEMBER:
    case ND_COMPOUND:
    case ND_STRING:
        return read_lvalue(f, n, want);
    case ND_ADDR:
        return address_of(f, n, want);
    case ND_DECAY:
        return emit_decay(f, n, want);
    case ND_PLUS:
        return emit_expr(f, n->lhs, want);
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_OP_ASSIGN:
        return emit_update(f, n, want, true);
    case ND_ASSIGN:
        return emit_assign(f, n, want, true);
    case ND_COND:
        return type_is_record(n->type) ? record_temp(f, n, want)
                                       : emit_conditional(f, n, want);
    case ND_COMMA:
        return comma(f, n, want);
    case ND_CAST:
        return cast(f, n, want);
    case ND_STMT_EXPR:
        return type_is_record(n->type) ? record_temp(f, n, want)
                                       : emit_stmt_expr(f, n, want, REG_NONE);
    case ND_SIZEOF_EXPR:
    case ND_SIZEOF_TYPE:
    case ND_COUNTOF_EXPR:
    case ND_COUNTOF_TYPE:
        return vla_size(f, n, want);
    case ND_VA_ARG:
        return va_arg(f, n, want);
    default:
        return operator(f, n, want);
    }
}

// ---------------------------------------------------------------- effects

// Reading a variable does nothing; dereferencing a pointer still checks it.
void emit_effect(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    switch (n->kind) {
    case ND_INT:
    case ND_FLOAT:
    case ND_STRING:
    case ND_NAME:
        break;
    case ND_ASSIGN:
        emit_assign(f, n, REG_NONE, false);
        break;
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
    case ND_OP_ASSIGN:
        emit_update(f, n, REG_NONE, false);
        break;
    case ND_COMMA:
        emit_effect(f, n->lhs);
        emit_effect(f, n->rhs);
        break;
    case ND_CAST:
        emit_effect(f, n->lhs);
        break;
    case ND_COND:
        emit_conditional_effect(f, n);
        break;
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
    case ND_STMT_EXPR:
        emit_stmt_expr_effect(f, n);
        break;
    case ND_CALL:
        emit_call_effect(f, n);
        break;
    default:
        if (emit_has_effects(n) || !type_is_record(n->type)) {
            emit_expr(f, n, REG_NONE);
        }
        break;
    }
    f->regs.top = mark;
}

// ---------------------------------------------------------------- structs

// One side of a ?: between structs: what it makes on the way ends with it.
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

// Dest-driven like scalars: calls and ?: write straight into the object, and only what is
// somewhere else is copied.
void emit_record(Func *f, Node *n, Reg to) {
    uint32_t mark = f->regs.top;
    switch (n->kind) {
    case ND_COND:
        record_conditional(f, n, to);
        break;
    case ND_COMMA:
        emit_effect(f, n->lhs);
        emit_record(f, n->rhs, to);
        break;
    case ND_CAST:
        emit_record(f, n->lhs, to);
        break;
    case ND_STMT_EXPR:
        emit_stmt_expr(f, n, REG_NONE, to);
        break;
    case ND_NAME:
        if (n->sym->in_fields) {
            f->span = n->span;
            emit_fields_store(f, n->type, n->sym->slot, to);
        } else {
            Reg from = emit_expr(f, n, REG_NONE);
            f->span = n->span;
            emit_copy(f, to, from, n->type->size_bytes);
        }
        break;
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
        if (n->sym->storage != STORE_GLOBAL && n->sym->storage != STORE_STATIC &&
            n->compound_init && emit_init_into(f, n->compound_init, to)) {
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
