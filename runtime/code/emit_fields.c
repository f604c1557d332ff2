// emit_fields.c: small structs in registers. A local struct whose address nobody takes is
// as good as its members: each gets a register of its own, and none of it is an object.
//
//     struct vec g = {0, k, 0};         LDI R4, 0   MOV R5, k   LDI R6, 0
//     s += g.y * g.z;                   MUL_F64 R7, R5, R6      ADD_F64 s, s, R7
//
// What may stand there: a struct of at most MOST_FIELDS scalars without padding (a copy of
// padding can be told from padding that was never written) and without bit-fields, that
// gets all its members at once (a member without a value has to be told when it is read).
// So the variable is initialised by a list, by another such variable, or by a call that is
// compiled in place (emit_inline.c); the same holds for what is assigned to the whole of
// it. Where the whole is wanted as an object, its members are stored into one.
//
// Read next: emit_inline.c, where most of these structs come from.
#include "code/emit.h"

// ---------------------------------------------------------------- types

static bool add_fields(Fields *out, const Type *type, uint64_t at) {
    if (type->quals & QUAL_VOLATILE) {
        return false;
    }
    type = type->unqual;
    if (type->kind == TY_STRUCT && type->is_complete) {
        for (const Field *field = type->fields; field; field = field->next) {
            if (field->is_bitfield || field->is_flexible || field->is_packed ||
                !add_fields(out, field->type, at + field->offset_bytes)) {
                return false;
            }
        }
        return true;
    }
    if (!type_is_scalar(type) || at != out->end || out->count == MOST_FIELDS) {
        return false;
    }
    out->end = at + type->size_bytes;
    out->items[out->count++] = (FieldPart){at, type};
    return true;
}

bool emit_fields_of(const Type *type, Fields *out) {
    *out = (Fields){0};
    return type->unqual->kind == TY_STRUCT && add_fields(out, type, 0) &&
           out->count > 0 && out->end == type->size_bytes;
}

// The register, counted from the first, of what begins at an offset.
static uint32_t part_at(const Fields *fields, uint64_t offset) {
    uint32_t i = 0;
    while (i < fields->count && fields->items[i].offset_bytes != offset) {
        i++;
    }
    return i;
}

// ---------------------------------------------------------------- single members

// The variable in registers that a chain of members begins with; *offset adds them up.
static const Sym *root(const Node *n, uint64_t *offset) {
    *offset = 0;
    for (; n->kind == ND_MEMBER; n = n->lhs) {
        *offset += n->offset_bytes;
    }
    return n->kind == ND_NAME && n->sym->kind == SYM_VAR ? n->sym : NULL;
}

bool emit_fields_member(const Node *n, Place *out) {
    uint64_t offset;
    Fields fields;
    const Sym *sym = root(n, &offset);
    if (!sym || !sym->in_fields || !type_is_scalar(n->type)) {
        return false;
    }
    bool fits = emit_fields_of(sym->type, &fields);
    assert(fits && part_at(&fields, offset) < fields.count);
    (void)fits;
    *out = (Place){.kind = PLACE_REG,
                   .type = n->type,
                   .base = sym->slot + part_at(&fields, offset),
                   .index = REG_NONE,
                   .span = n->span};
    return true;
}

// ---------------------------------------------------------------- which values

static bool init_is_parts(Func *f, const Node *init) {
    Fields fields;
    if (init->kind != ND_INIT || !emit_fields_of(init->type, &fields)) {
        return false;
    }
    for (const InitItem *item = init->init_items; item; item = item->next) {
        bool is_part = type_is_scalar(item->type)
                           ? part_at(&fields, item->offset_bytes) < fields.count
                           : type_is_record(item->type) && emit_is_fields(f, item->value);
        if (!is_part || item->bitfield) {
            return false;
        }
    }
    return true;
}

bool emit_is_fields(Func *f, const Node *n) {
    switch (n->kind) {
    case ND_INIT:
        return init_is_parts(f, n);
    case ND_NAME:
        return n->sym->kind == SYM_VAR && n->sym->in_fields;
    case ND_CAST:
        return type_is_record(n->lhs->type) && emit_is_fields(f, n->lhs);
    case ND_COMPOUND:
        return n->sym->storage != STORE_GLOBAL && n->sym->storage != STORE_STATIC &&
               !n->sym->address_taken && n->compound_init &&
               init_is_parts(f, n->compound_init);
    case ND_CALL:
        return emit_inlines_to_fields(f, n);
    default:
        return false;
    }
}

// ---------------------------------------------------------------- which variables

// Counts the places where the whole is named, and those of them that we can do.
static void allow(Walk *w, const Node *n) {
    w->allowed += n && n->kind == ND_NAME && n->sym == w->sym;
}

static void visit_assignment(Walk *w, const Node *n) {
    if (n->lhs->kind == ND_NAME && n->lhs->sym == w->sym) {
        w->allowed++;
        w->found = w->found || !emit_is_fields(w->f, n->rhs);
    }
    allow(w, n->rhs);
}

static bool visit_uses(Walk *w, Node *n) {
    uint64_t offset;
    switch (n->kind) {
    case ND_NAME:
        w->mentions += n->sym == w->sym;
        break;
    case ND_MEMBER:
        if (root(n, &offset) == w->sym) {
            w->found = w->found || !type_is_scalar(n->type) ||
                       (n->field && n->field->is_bitfield);
            return false;
        }
        break;
    case ND_ASSIGN:
        visit_assignment(w, n);
        break;
    case ND_RETURN:
        allow(w, n->lhs);
        break;
    case ND_DECL:
        allow(w, n->init);
        break;
    case ND_CALL:
        if (emit_inlines(w->f, n)) {
            for (const Node *arg = n->args; arg; arg = arg->next) {
                allow(w, arg);
            }
        }
        break;
    case ND_STMT_EXPR:
    case ND_DEFER:
        w->found = true;
        break;
    default:
        break;
    }
    return !w->found;
}

bool emit_fields_suffice(Func *f, Node *statements, const Sym *sym) {
    enum { STATEMENTS = 2000 };
    Walk w = {.visit = visit_uses, .budget = STATEMENTS, .f = f, .sym = sym};
    for (Node *n = statements; n; n = n->next) {
        emit_walk(&w, n);
    }
    return !w.found && w.budget >= 0 && w.mentions == w.allowed;
}

// Everything that may use the variable comes behind its declaration in the same list.
bool emit_declares_fields(Func *f, const Node *n) {
    const Sym *sym = n->decl_sym;
    Fields fields;
    return n->init && sym->storage != STORE_STATIC && !sym->address_taken &&
           emit_fields_of(sym->type, &fields) && emit_is_fields(f, n->init) &&
           !emit_mentions(n->init, sym) && emit_fields_suffice(f, n->next, sym);
}

// ---------------------------------------------------------------- values

// Members that no item names are zero.
static void init_parts(Func *f, const Node *init, const Fields *fields, Reg first) {
    bool named[MOST_FIELDS] = {false};
    for (const InitItem *item = init->init_items; item; item = item->next) {
        uint32_t part = part_at(fields, item->offset_bytes);
        uint32_t mark = f->regs.top;
        Fields inner = {.count = 1};
        if (type_is_scalar(item->type)) {
            emit_expr(f, item->value, first + part);
        } else if (emit_fields_of(item->type, &inner)) {
            emit_fields(f, item->value, first + part);
        }
        f->regs.top = mark;
        for (uint32_t i = 0; i < inner.count; i++) {
            named[part + i] = true;
        }
    }
    for (uint32_t i = 0; i < fields->count; i++) {
        if (!named[i]) {
            emit_int(f, 0, first + i);
        }
    }
}

// The registers from `first` on are nobody's yet, so each member goes there as it comes.
void emit_fields(Func *f, Node *n, Reg first) {
    Fields fields;
    bool fits = emit_fields_of(n->type, &fields);
    assert(fits && first + fields.count <= f->regs.top);
    (void)fits;
    uint32_t mark = f->regs.top;
    switch (n->kind) {
    case ND_NAME:
        if (!n->sym->in_fields) { // a limit was reached after the question was asked
            emit_fields_load(f, n->type, first, emit_expr(f, n, REG_NONE));
        }
        for (uint32_t i = 0; n->sym->in_fields && i < fields.count; i++) {
            emit_move(f, first + i, n->sym->slot + i);
        }
        break;
    case ND_CAST:
        emit_fields(f, n->lhs, first);
        break;
    case ND_COMPOUND:
        init_parts(f, n->compound_init, &fields, first);
        break;
    case ND_INIT:
        init_parts(f, n, &fields, first);
        break;
    default:
        emit_inline_fields(f, n, first);
        break;
    }
    f->regs.top = mark;
}

// A variable's own registers may be read by what is assigned to it: all values first.
void emit_fields_assign(Func *f, const Sym *sym, Node *value) {
    Fields fields;
    bool fits = emit_fields_of(sym->type, &fields);
    assert(fits && sym->in_fields);
    (void)fits;
    uint32_t mark = f->regs.top;
    Reg first = regs_take(&f->regs, fields.count);
    emit_fields(f, value, first);
    for (uint32_t i = 0; i < fields.count; i++) {
        emit_move(f, sym->slot + i, first + i);
    }
    f->regs.top = mark;
}

// Part i of the struct at `whole`.
static Place part_place(const Fields *fields, uint32_t i, const Place *whole) {
    Place p = *whole;
    p.type = (Type *)(uintptr_t)fields->items[i].type;
    p.offset += (int64_t)fields->items[i].offset_bytes;
    return p;
}

static void store_parts(Func *f, const Fields *fields, Reg first, const Place *to) {
    for (uint32_t i = 0; i < fields->count; i++) {
        Place p = part_place(fields, i, to);
        emit_store(f, &p, first + i);
    }
}

static Place whole_place(const Func *f, Reg pointer) {
    return (Place){
        .kind = PLACE_MEM, .base = pointer, .index = REG_NONE, .span = f->span};
}

void emit_fields_store(Func *f, const Type *type, Reg first, Reg to) {
    Fields fields;
    Place whole = whole_place(f, to);
    if (emit_fields_of(type, &fields)) {
        store_parts(f, &fields, first, &whole);
    }
}

bool emit_fields_into(Func *f, Node *value, const Place *to) {
    Fields fields;
    if (to->kind != PLACE_MEM || !emit_fits16(to->offset) ||
        !emit_fits16(to->offset + (int64_t)value->type->size_bytes) ||
        !emit_is_fields(f, value) || !emit_fields_of(value->type, &fields)) {
        return false;
    }
    uint32_t mark = f->regs.top;
    Reg first = regs_take(&f->regs, fields.count);
    emit_fields(f, value, first);
    store_parts(f, &fields, first, to);
    f->regs.top = mark;
    return true;
}

void emit_fields_load(Func *f, const Type *type, Reg first, Reg from) {
    Fields fields;
    Place whole = whole_place(f, from);
    for (uint32_t i = 0; emit_fields_of(type, &fields) && i < fields.count; i++) {
        Place p = part_place(&fields, i, &whole);
        emit_load(f, &p, first + i);
    }
}
