// emit_lvalue.c: where things are. An lvalue becomes a Place: a register, a pointer and a
// displacement, a pointer and an index, a global at a fixed machine address, or bits of a
// unit. A Place is loaded, stored, or its address taken.
//
//     x         REG r3
//     a[i]      INDEX r4 [r5]         a and i may be variables' own registers
//     p->next   MEM r2 + 8
//     g.count   GLOBAL 17 + 4         no check: a global lives as long as code
//     s.flags   BITS r3 + 4, 3 bits
//
// Bounds inside an object (language.md, section 2): memory itself checks against the
// whole object. An index through the name of an array that is only a part of one (a
// member, a row) is held to that array by a BOUND on the index. An array at the end of a
// struct that was declared open ([], [0], [1]) is held to its object only.
#include "code/emit.h"

// ---------------------------------------------------------------- instructions by type

enum { FORM_PLAIN, FORM_INDEX, FORM_GLOBAL };

static Op load_op(const Type *type, int form) {
    static const uint8_t rank[] = {
        [MT_I8] = 0,   [MT_U8] = 1,      [MT_I16] = 2,   [MT_U16] = 3, [MT_I32] = 4,
        [MT_U32] = 5,  [MT_I64] = 6,     [MT_U64] = 6,   [MT_F32] = 7, [MT_F64] = 6,
        [MT_BOOL] = 1, [MT_POINTER] = 6, [MT_HANDLE] = 6};
    static_assert(OP_LD_F32 - OP_LD_I8 == 3 * 7 && OP_LDX_I8 == OP_LD_I8 + 1 &&
                      OP_LDG_I8 == OP_LD_I8 + 2,
                  "loads stand in groups of three by type");
    MemType m = layout_mem_type(type);
    assert(m < MT_STRUCT);
    return (Op)(OP_LD_I8 + 3 * rank[m] + form);
}

static Op store_form(const Type *type, int form) {
    static const uint8_t rank[] = {
        [MT_I8] = 0,   [MT_U8] = 0,      [MT_I16] = 1,   [MT_U16] = 1, [MT_I32] = 2,
        [MT_U32] = 2,  [MT_I64] = 3,     [MT_U64] = 3,   [MT_F32] = 4, [MT_F64] = 3,
        [MT_BOOL] = 0, [MT_POINTER] = 3, [MT_HANDLE] = 3};
    static_assert(OP_ST_F32 - OP_ST_I8 == 3 * 4 && OP_STX_I8 == OP_ST_I8 + 1 &&
                      OP_STG_I8 == OP_ST_I8 + 2,
                  "stores stand in groups of three by type");
    MemType m = layout_mem_type(type);
    assert(m < MT_STRUCT);
    return (Op)(OP_ST_I8 + 3 * rank[m] + form);
}

Op emit_store_op(const Type *type) {
    return store_form(type, FORM_PLAIN);
}

// ---------------------------------------------------------------- arrays inside objects

// `int a[]`, and the older `int a[0]` and `int a[1]` as the last member: they mean as
// much as was allocated.
static bool is_open_member(const Node *member) {
    const Field *field = member->field;
    const Type *t = field->type;
    return field->is_flexible || !t->is_complete || (t->count <= 1 && !field->next);
}

uint64_t emit_subarray_count(const Node *array) {
    const Type *t = array->type;
    if (t->kind != TY_ARRAY || t->is_vla) {
        return 0;
    }
    if (array->kind == ND_MEMBER) {
        return is_open_member(array) ? 0 : t->count;
    }
    // A row of an array of arrays; a row reached through a pointer is held to its object
    // only.
    return array->kind == ND_INDEX && array->lhs->kind == ND_DECAY ? t->count : 0;
}

// BOUNDV on an index of a row of a VLA, whose bytes are in a register.
static void bound_in_row(Func *f, const Node *row, Reg index, const int64_t *constant) {
    bool is_row = row->kind == ND_INDEX && row->lhs->kind == ND_DECAY;
    if (!is_row || !row->type->is_vla || !row->type->vla_size) {
        return;
    }
    uint64_t row_bytes, bytes;
    Reg room = emit_element_size(f, row->type, &row_bytes);
    Reg unit = emit_element_size(f, row->type->base, &bytes);
    if (room == REG_NONE || bytes > INT16_MAX || (unit == REG_NONE && bytes == 0)) {
        return;
    }
    uint32_t mark = f->regs.top;
    Reg r = constant ? emit_int(f, *constant, REG_NONE) : index;
    if (unit != REG_NONE) { // rows of rows
        Reg count = regs_take(&f->regs, 1);
        emit_op(f, OP_DIV_I64, count, room, unit);
        room = count;
        bytes = 1;
    }
    emit_op(f, OP_BOUNDV, r, room, (uint32_t)bytes);
    f->regs.top = mark;
}

// BOUND on an index of an array that is part of an object; `end`: one past the last is
// allowed.
static void bound(Func *f, const Node *pointer, Reg index, const int64_t *constant,
                  bool end) {
    uint64_t count = pointer->kind == ND_DECAY ? emit_subarray_count(pointer->lhs) : 0;
    if (pointer->kind == ND_DECAY && pointer->lhs->type->is_vla && !end) {
        bound_in_row(f, pointer->lhs, index, constant);
    }
    if (count == 0) {
        return;
    }
    uint64_t limit = count + (end ? 1 : 0);
    if (limit > INT32_MAX ||
        (constant && *constant >= 0 && (uint64_t)*constant < limit)) {
        return;
    }
    uint32_t mark = f->regs.top;
    Reg r = constant ? emit_int(f, *constant, REG_NONE) : index;
    emit_wide(f, OP_BOUND, r, (int32_t)limit);
    f->regs.top = mark;
}

// ---------------------------------------------------------------- making places

// The plain case, from which the others are made.
static Place memory_place(Reg base, Type *type, Span span) {
    return (Place){
        .kind = PLACE_MEM, .type = type, .base = base, .index = REG_NONE, .span = span};
}

// What a pointer points at. A parameter of a call in place may stand for an address that
// nobody has computed (emit_inline.c).
static Place pointee_place(Func *f, Node *pointer, Type *type, Span span) {
    const Sym *sym = pointer->kind == ND_NAME ? pointer->sym : NULL;
    if (!sym || sym->kind != SYM_VAR || sym->displacement == 0 ||
        !type_is_pointer(sym->type)) {
        return memory_place(emit_expr(f, pointer, REG_NONE), type, span);
    }
    Place p = memory_place(sym->slot, type, span);
    p.offset = sym->displacement;
    return p;
}

// A const global is still read without a check; only its stores take the checked way, to
// be seen to fail.
static Place name_place(Func *f, Node *n) {
    Sym *sym = n->sym;
    Place p = memory_place(REG_NONE, n->type, n->span);
    if (sym->is_absent) {
        p.base = emit_int(f, 0, REG_NONE);
        return p;
    }
    if (sym->storage == STORE_GLOBAL || sym->storage == STORE_STATIC || sym->is_extern) {
        p.kind = PLACE_GLOBAL;
        p.global = sym->id;
        p.is_const = (sym->type->quals & QUAL_CONST) != 0;
        p.limit = sym->type->is_complete ? sym->type->size_bytes : 0;
        return p;
    }
    if (sym->in_fields) { // the whole of it: as an object
        p.base = emit_expr(f, n, REG_NONE);
        return p;
    }
    p.base = sym->slot;
    p.offset = sym->displacement;
    if (!(sym->in_memory || sym->address_taken || type_is_aggregate(sym->type))) {
        p.kind = PLACE_REG;
    }
    return p;
}

// A pointer in a register for a place in memory whose displacement the caller keeps.
static void to_memory(Func *f, Place *p) {
    if (p->kind == PLACE_GLOBAL) {
        Reg r = emit_kept(f, true, p->global);
        p->kind = PLACE_MEM;
        p->base = r;
        if (r != REG_NONE) {
            return;
        }
        r = regs_take(&f->regs, 1);
        emit_wide(f, OP_LDK, r, (int32_t)emit_const_ref(f, KC_GLOBAL, p->global, 0));
        p->kind = PLACE_MEM;
        p->base = r;
    }
}

Reg emit_element_size(Func *f, Type *element, uint64_t *bytes) {
    if (element->is_vla && element->vla_size) {
        emit_vla_sizes(f, element);
        *bytes = 0;
        return element->vla_size->slot - 1;
    }
    // GNU: arithmetic on void * and on function pointers counts bytes.
    bool counts_bytes = element->unqual->kind == TY_VOID || element->kind == TY_FUNC;
    *bytes = counts_bytes ? 1 : element->size_bytes;
    return REG_NONE;
}

// The place of an array that decays, when an index can be put on top of it: not a
// pointer's value.
static bool is_array_lvalue(const Node *pointer) {
    return pointer->kind == ND_DECAY && pointer->lhs->type->kind == TY_ARRAY;
}

// A constant index into a variable is a displacement; one that is out of range is left
// for the access to report.
static Place constant_index(Func *f, Node *n, int64_t index, uint64_t bytes) {
    Node *pointer = n->lhs;
    int64_t displacement = index * (int64_t)bytes;
    bound(f, pointer, REG_NONE, &index, false);
    if (!is_array_lvalue(pointer)) {
        Place p = pointee_place(f, pointer, n->type, n->span);
        p.offset += displacement;
        return p;
    }
    Place p = emit_place(f, pointer->lhs);
    uint64_t count = pointer->lhs->type->count;
    if (p.kind == PLACE_GLOBAL && (index < 0 || (uint64_t)index >= count)) {
        to_memory(f, &p); // the access must be seen to fail
    }
    p.type = n->type;
    p.span = n->span;
    p.offset += displacement;
    return p;
}

// index * size of a VLA's element, or the index itself when the size is constant.
static Reg scaled_index(Func *f, Reg index, Reg size) {
    Reg r = regs_take(&f->regs, 1);
    emit_op(f, OP_MUL_I64, r, index, size);
    return r;
}

// Whether LDX and STX count in this element's size.
static bool is_indexed_access(const Type *type, uint64_t bytes) {
    return type_is_scalar(type) && (bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8);
}

// pointer[index] with both known to the caller as nodes; n: the whole expression, of the
// element's type.
static Place index_place(Func *f, Node *n, Node *pointer, Node *index) {
    uint64_t bytes;
    int64_t constant;
    Reg size = emit_element_size(f, n->type, &bytes);
    if (size == REG_NONE && emit_const_int(index, &constant) && constant > -(1 << 24) &&
        constant < (1 << 24) && bytes < (1 << 24)) {
        Node fake = {.kind = ND_INDEX, .span = n->span, .type = n->type, .lhs = pointer};
        return constant_index(f, &fake, constant, bytes);
    }
    uint32_t mark = f->regs.top;
    Reg base = emit_expr(f, pointer, REG_NONE);
    if (base < mark && emit_assigns(index, base)) {
        Reg copy = regs_take(&f->regs, 1);
        emit_move(f, copy, base);
        base = copy;
    }
    Reg i = emit_expr(f, index, REG_NONE);
    f->span = n->span;
    bound(f, pointer, i, NULL, false);
    if (size == REG_NONE && is_indexed_access(n->type, bytes)) {
        Place p = memory_place(base, n->type, n->span);
        p.kind = PLACE_INDEX;
        p.index = i;
        return p;
    }
    if (size != REG_NONE) {
        i = scaled_index(f, i, size);
        bytes = 1;
    }
    f->regs.top = mark;
    Reg d = regs_take(&f->regs, 1);
    emit_op_ext(f, insn_make(OP_PADD, d, base, i), bytes);
    return memory_place(d, n->type, n->span);
}

// Members add up: a.b.c is one displacement.
static Place member_place(Func *f, Node *n) {
    Place p;
    if (emit_fields_member(n, &p)) {
        return p;
    }
    p = emit_place(f, n->lhs);
    p.span = n->span;
    p.type = n->type;
    p.offset += (int64_t)n->offset_bytes;
    if (n->field && n->field->is_bitfield) {
        to_memory(f, &p);
        p.kind = PLACE_BITS;
        p.bits = n->field;
    }
    return p;
}

// *p++ of a pointer in a register: it is stepped first, then the access reaches back, so
// that nothing is copied.
static bool step_place(Func *f, const Node *p, Place *out) {
    if ((p->kind != ND_POST_INC && p->kind != ND_POST_DEC) || p->lhs->kind != ND_NAME) {
        return false;
    }
    Place pointer = name_place(f, p->lhs);
    uint64_t bytes;
    if (pointer.kind != PLACE_REG || !type_is_pointer(p->type) || out->type->is_vla ||
        emit_element_size(f, p->type->unqual->base, &bytes) != REG_NONE || bytes > 4096) {
        return false;
    }
    int64_t step = p->kind == ND_POST_INC ? (int64_t)bytes : -(int64_t)bytes;
    f->span = p->span;
    emit_op(f, OP_PADDI, pointer.base, pointer.base, (uint32_t)step);
    out->base = pointer.base;
    out->offset = -step;
    return true;
}

// *(a + i) is a[i], *&x is x, and *a of an array its first element.
static Place deref_place(Func *f, Node *n) {
    Node *p = n->lhs;
    if (p->kind == ND_ADD && type_is_pointer(p->lhs->type) &&
        p->lhs->type->base->unqual == n->type->unqual) {
        return index_place(f, n, p->lhs, p->rhs);
    }
    if (p->kind == ND_ADDR && p->lhs->type->unqual == n->type->unqual) {
        Place inner = emit_place(f, p->lhs);
        inner.span = n->span;
        return inner;
    }
    if (is_array_lvalue(p) && p->lhs->type->count > 0) {
        Place inner = emit_place(f, p->lhs);
        inner.span = n->span;
        inner.type = n->type;
        return inner;
    }
    Place stepped = memory_place(REG_NONE, n->type, n->span);
    if (step_place(f, p, &stepped)) {
        return stepped;
    }
    return pointee_place(f, p, n->type, n->span);
}

// A compound literal: its object begins (again) here and is filled.
static Place compound_place(Func *f, Node *n) {
    Sym *sym = n->sym;
    if (sym->storage == STORE_GLOBAL || sym->storage == STORE_STATIC) {
        emit_global_image(f->unit, sym, n->compound_init);
        Place p = memory_place(REG_NONE, n->type, n->span);
        p.kind = PLACE_GLOBAL;
        p.global = sym->id;
        p.is_const = (sym->type->quals & QUAL_CONST) != 0;
        p.limit = sym->type->size_bytes;
        return p;
    }
    if (sym->slot != 0) { // begun in front of its block (emit_stmt.c)
        Reg begun = sym->slot - 1;
        emit_local_init(f, n->compound_init, n->type, begun);
        return memory_place(begun, n->type, n->span);
    }
    Reg r = regs_take(&f->regs, 1);
    f->span = n->span;
    if (f->in_branch || f->box_temps) {
        // On a path that may not be taken; a local would have to end where the paths
        // meet.
        emit_op_ext(f, insn_make(OP_BOXNEW, r, 0, 0), n->type->size_bytes);
    } else {
        emit_local(f, r, emit_site(f, NULL, n->type, n->span));
        vec_last(f->locals).is_lasting = true;
    }
    emit_local_init(f, n->compound_init, n->type, r);
    if (!f->in_branch && !f->box_temps) { // what a box holds is not known when it runs
        emit_seal(f, n->type, r);
    }
    return memory_place(r, n->type, n->span);
}

// Evaluates what the place depends on, in order, and reads nothing from it yet.
Place emit_place(Func *f, Node *n) {
    switch (n->kind) {
    case ND_NAME:
        return name_place(f, n);
    case ND_DEREF:
        return deref_place(f, n);
    case ND_INDEX:
        return index_place(f, n, n->lhs, n->rhs);
    case ND_MEMBER:
        return member_place(f, n);
    case ND_COMPOUND:
        return compound_place(f, n);
    case ND_STRING: {
        Reg r = regs_take(&f->regs, 1);
        uint32_t string = emit_string(f->unit, n);
        emit_wide(f, OP_LDK, r, (int32_t)emit_const_ref(f, KC_STRING, string, 0));
        return memory_place(r, n->type, n->span);
    }
    default: // a struct that is no lvalue: its value is a pointer to it
        return memory_place(emit_expr(f, n, REG_NONE), n->type, n->span);
    }
}

void emit_place_keep(Func *f, Place *p, const Node *other) {
    if (p->kind == PLACE_REG || p->kind == PLACE_GLOBAL) {
        return;
    }
    Reg *parts[2] = {&p->base, p->kind == PLACE_INDEX ? &p->index : NULL};
    for (int i = 0; i < 2; i++) {
        if (parts[i] && emit_assigns(other, *parts[i])) {
            Reg copy = regs_take(&f->regs, 1);
            emit_move(f, copy, *parts[i]);
            *parts[i] = copy;
        }
    }
}

// ---------------------------------------------------------------- using places

// The caller may have given back the temporaries a place is made of; more are needed, so
// take them again.
static void hold(Func *f, const Place *p) {
    if (p->base != REG_NONE && p->base >= f->regs.top) {
        f->regs.top = p->base + 1;
    }
    if (p->kind == PLACE_INDEX && p->index >= f->regs.top) {
        f->regs.top = p->index + 1;
    }
}

// Makes the displacement fit an instruction's 16 bits.
static void reach(Func *f, Place *p) {
    if (p->kind != PLACE_MEM || emit_fits16(p->offset)) {
        return;
    }
    Reg r = regs_take(&f->regs, 1);
    emit_int(f, p->offset, r);
    f->span = p->span;
    emit_op_ext(f, insn_make(OP_PADD, r, p->base, r), 1);
    p->base = r;
    p->offset = 0;
}

// The ext word of BFLD and BFST (struct BitField in proto.h).
static uint64_t bits_ext(Func *f, Place *p) {
    if (p->offset < 0 || p->offset > UINT32_MAX) {
        Place at = *p;
        at.kind = PLACE_MEM;
        p->base = emit_address(f, &at, REG_NONE);
        p->offset = 0;
    }
    uint64_t unit = p->bits->type->size_bytes;
    return (uint64_t)p->offset | (uint64_t)p->bits->bit_offset << 32 |
           (uint64_t)p->bits->bit_width << 40 | unit << 48 |
           (uint64_t)(type_is_signed(p->bits->type) ? 1 : 0) << 56;
}

static uint32_t global_const(Func *f, const Place *p) {
    return emit_const_ref(f, KC_GLOBAL_ADDR, p->global, p->offset);
}

// Whether the whole access is known to lie inside the global: then its machine address
// will do.
static bool is_inside(const Place *p) {
    return p->offset >= 0 && (uint64_t)p->offset + p->type->size_bytes <= p->limit;
}

// The place's own temporaries are given back first: the value may take their register.
Reg emit_load(Func *f, const Place *place, Reg want) {
    Place p = *place;
    uint32_t mark = f->regs.top;
    if (p.kind == PLACE_REG && p.offset == 0) {
        return emit_result(f, p.base, want);
    }
    hold(f, &p);
    if (p.kind == PLACE_GLOBAL && !is_inside(&p)) {
        to_memory(f, &p);
    }
    reach(f, &p);
    uint64_t ext = p.kind == PLACE_BITS ? bits_ext(f, &p) : 0;
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = p.span;
    switch (p.kind) {
    case PLACE_REG:
        emit_op(f, OP_PADDI, d, p.base, (uint32_t)p.offset);
        break;
    case PLACE_MEM:
        emit_op(f, load_op(p.type, FORM_PLAIN), d, p.base, (uint32_t)p.offset);
        break;
    case PLACE_INDEX:
        emit_op(f, load_op(p.type, FORM_INDEX), d, p.base, p.index);
        break;
    case PLACE_GLOBAL:
        emit_wide(f, load_op(p.type, FORM_GLOBAL), d, (int32_t)global_const(f, &p));
        break;
    default:
        emit_op_ext(f, insn_make(OP_BFLD, d, p.base, 0), ext);
        break;
    }
    return d;
}

// The value stays where it is, for those who use the assignment's value.
void emit_store(Func *f, const Place *place, Reg value) {
    Place p = *place;
    uint32_t mark = f->regs.top;
    f->span = p.span;
    if (p.kind == PLACE_REG) {
        emit_move(f, p.base, value);
        emit_var_assigned(f, p.base);
        return;
    }
    hold(f, &p);
    if (value >= f->regs.top) {
        f->regs.top = value + 1;
    }
    if (p.kind == PLACE_GLOBAL && (p.is_const || !is_inside(&p))) {
        to_memory(f, &p);
    }
    reach(f, &p);
    uint64_t ext = p.kind == PLACE_BITS ? bits_ext(f, &p) : 0;
    f->span = p.span;
    switch (p.kind) {
    case PLACE_MEM:
        emit_op(f, store_form(p.type, FORM_PLAIN), value, p.base, (uint32_t)p.offset);
        break;
    case PLACE_INDEX:
        emit_op(f, store_form(p.type, FORM_INDEX), value, p.base, p.index);
        break;
    case PLACE_GLOBAL:
        emit_wide(f, store_form(p.type, FORM_GLOBAL), value,
                  (int32_t)global_const(f, &p));
        break;
    default:
        emit_op_ext(f, insn_make(OP_BFST, value, p.base, 0), ext);
        break;
    }
    f->regs.top = mark;
}

// Bit-fields and registers have no address; the checker has seen to that.
Reg emit_address(Func *f, const Place *place, Reg want) {
    Place p = *place;
    f->span = p.span;
    if (p.kind == PLACE_GLOBAL) {
        Reg kept =
            want == REG_NONE && p.offset == 0 ? emit_kept(f, true, p.global) : REG_NONE;
        if (kept != REG_NONE) {
            return kept;
        }
        Reg d = emit_want(f, want);
        emit_wide(f, OP_LDK, d,
                  (int32_t)emit_const_ref(f, KC_GLOBAL, p.global, p.offset));
        return d;
    }
    assert(p.kind == PLACE_MEM || p.kind == PLACE_INDEX);
    if (p.kind == PLACE_MEM && p.offset == 0) {
        return emit_result(f, p.base, want);
    }
    uint32_t mark = f->regs.top;
    Reg r = REG_NONE;
    if (p.kind == PLACE_MEM && !emit_fits16(p.offset)) {
        hold(f, &p);
        r = emit_int(f, p.offset, REG_NONE);
        f->regs.top = mark;
    }
    Reg d = emit_want(f, want);
    if (p.kind == PLACE_INDEX) {
        emit_op_ext(f, insn_make(OP_PADD, d, p.base, p.index), p.type->size_bytes);
    } else if (r == REG_NONE) {
        emit_op(f, OP_PADDI, d, p.base, (uint32_t)p.offset);
    } else {
        f->span = p.span;
        emit_op_ext(f, insn_make(OP_PADD, d, p.base, r), 1);
    }
    return d;
}

// ---------------------------------------------------------------- addresses of elements

// pointer + index as a pointer. One past the end of an array inside an object is still
// its own.
Reg emit_index_address(Func *f, Node *pointer, Node *index, Reg want) {
    uint64_t bytes;
    int64_t constant;
    Span span = f->span;
    Reg size = emit_element_size(f, pointer->type->base, &bytes);
    uint32_t mark = f->regs.top;
    if (size == REG_NONE && emit_const_int(index, &constant) && constant > -(1 << 24) &&
        constant < (1 << 24) && bytes < (1 << 24)) {
        bound(f, pointer, REG_NONE, &constant, true);
        Place p = is_array_lvalue(pointer) ? emit_place(f, pointer->lhs)
                                           : memory_place(emit_expr(f, pointer, REG_NONE),
                                                          pointer->type, span);
        p.offset += constant * (int64_t)bytes;
        p.span = span;
        f->regs.top = mark;
        return emit_address(f, &p, want);
    }
    Reg base = emit_expr(f, pointer, REG_NONE);
    if (base < mark && emit_assigns(index, base)) {
        Reg copy = regs_take(&f->regs, 1);
        emit_move(f, copy, base);
        base = copy;
    }
    Reg i = emit_expr(f, index, REG_NONE);
    f->span = span;
    bound(f, pointer, i, NULL, true);
    if (size != REG_NONE) {
        i = scaled_index(f, i, size);
        bytes = 1;
    }
    f->regs.top = mark;
    Reg d = emit_want(f, want);
    f->span = span;
    emit_op_ext(f, insn_make(OP_PADD, d, base, i), bytes);
    return d;
}

// An array or function used as a value.
Reg emit_decay(Func *f, Node *n, Reg want) {
    Node *inner = n->lhs;
    uint32_t mark = f->regs.top;
    if (inner->type->kind == TY_FUNC) {
        if (inner->kind == ND_DEREF) { // *fp, used again as a value, is fp
            return emit_expr(f, inner->lhs, want);
        }
        assert(inner->kind == ND_NAME);
        if (inner->sym->is_absent) {
            return emit_int(f, 0, want);
        }
        uint32_t id = inner->sym->native_name
                          ? emit_native_stub(f->unit, inner->sym, inner->type, false)
                          : inner->sym->id;
        Reg d = emit_want(f, want);
        emit_wide(f, OP_LDK, d, (int32_t)emit_const_ref(f, KC_FNPTR, id, 0));
        return d;
    }
    if (inner->kind == ND_STRING) {
        Reg d = emit_want(f, want);
        emit_wide(f, OP_LDK, d,
                  (int32_t)emit_const_ref(f, KC_STRING, emit_string(f->unit, inner), 0));
        return d;
    }
    Place p = emit_place(f, inner);
    f->regs.top = mark;
    return emit_address(f, &p, want);
}

// a = a copies nothing; an empty struct (GNU) neither.
void emit_copy(Func *f, Reg to, Reg from, uint64_t bytes) {
    if (bytes > 0 && to != from) {
        emit_op_ext(f, insn_make(OP_COPY, to, from, 0), bytes);
    }
}
