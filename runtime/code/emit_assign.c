// emit_assign.c: what changes a variable or an object: =, op=, ++ and --.
//
// What enters is the node, and whether somebody reads its value; what leaves are the
// instructions that change the place, and the register of the value. Which side comes
// first is the matter of this file: C leaves it open, programs that were tested with gcc
// do not (assigned_first).
//
// Read next: emit_lvalue.c, what is stored to.
#include "code/emit.h"

static const Type *plain(const Type *type) {
    return type->unqual;
}

// A conversion that only drops high bits is done by the store itself.
static Node *before_narrowing(Node *value, const Type *target) {
    while (value->kind == ND_CAST && type_is_integer(value->type) &&
           type_is_integer(value->lhs->type) && plain(value->type)->kind != TY_BOOL &&
           plain(value->lhs->type)->size_bytes >= target->size_bytes &&
           plain(value->type)->size_bytes >= target->size_bytes &&
           plain(target)->kind != TY_BOOL) {
        value = value->lhs;
    }
    return value;
}

// Whether what stands around may change which object this is: *p, a[i].x. Not so x.a[2].
static bool may_move(const Node *place) {
    while (place->kind == ND_MEMBER ||
           (place->kind == ND_INDEX && place->rhs->kind == ND_INT &&
            place->lhs->kind == ND_DECAY)) {
        place = place->kind == ND_MEMBER ? place->lhs : place->lhs->lhs;
    }
    return place->kind != ND_NAME;
}

// A call whose result is stored as it is.
static bool is_bare_call(const Node *value) {
    while (value->kind == ND_CAST) {
        const Type *to = plain(value->type), *from = plain(value->lhs->type);
        bool keeps = to == from || (to->kind == TY_POINTER && from->kind == TY_POINTER) ||
                     (type_is_integer(to) && type_is_integer(from) &&
                      to->kind != TY_BOOL && to->size_bytes == from->size_bytes &&
                      type_is_signed(to) == type_is_signed(from));
        if (!keeps) {
            break;
        }
        value = value->lhs;
    }
    return value->kind == ND_CALL;
}

// The right side, when it changes something: it comes before everything of the left side,
// which is so found as the right side left it. x += f() adds to the x that f has set, as
// in gcc. REG_NONE: its turn comes later.
static Reg right_side_first(Func *f, const Node *n) {
    if (!emit_has_effects(n->rhs) || emit_waits_on_loop(n->rhs)) {
        return REG_NONE;
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->rhs, REG_NONE);
    f->regs.top = r >= mark ? r + 1 : mark;
    return r;
}

// C leaves open which side of `=` comes first (C17 6.5.16p3). Here as in gcc it is the
// right one, but for its last step when that is a call:
//
//     *p = f() + 1      f, then p: what f makes of p is seen
//     *p = f()          p, then f: unless it is converted, or goes into a bit-field
static Reg assigned_first(Func *f, const Node *n) {
    bool is_bits = n->lhs->kind == ND_MEMBER && n->lhs->field->is_bitfield;
    bool is_last = !is_bits && is_bare_call(n->rhs);
    return is_last || !may_move(n->lhs) ? REG_NONE : right_side_first(f, n);
}

// The value is a pointer to the target, should somebody read it.
static Reg assign_record(Func *f, Node *n, Reg want, bool used) {
    uint32_t mark = f->regs.top;
    if (n->lhs->kind == ND_NAME && n->lhs->sym->in_fields) {
        emit_fields_assign(f, n->lhs->sym, n->rhs);
        return used ? emit_expr(f, n->lhs, want) : REG_NONE;
    }
    bool is_object = n->rhs->kind == ND_DEREF || n->rhs->kind == ND_INDEX ||
                     n->rhs->kind == ND_MEMBER || n->rhs->kind == ND_ASSIGN;
    Reg from = is_object ? assigned_first(f, n) : REG_NONE;
    Place p = emit_place(f, n->lhs);
    if (from == REG_NONE) {
        emit_place_keep(f, &p, n->rhs);
    }
    if (from == REG_NONE && !used && emit_fields_into(f, n->rhs, &p)) {
        f->regs.top = mark;
        return REG_NONE;
    }
    Reg to = emit_address(f, &p, REG_NONE);
    if (from == REG_NONE) {
        emit_record(f, n->rhs, to);
    } else {
        f->span = n->span;
        emit_copy(f, to, from, n->type->size_bytes);
    }
    f->regs.top = mark;
    return emit_result(f, to, want);
}

// Straight into a variable's register, else through a Place.
Reg emit_assign(Func *f, Node *n, Reg want, bool used) {
    assert(n->kind == ND_ASSIGN);
    if (type_is_record(n->type)) {
        return assign_record(f, n, want, used);
    }
    uint32_t mark = f->regs.top;
    Sym *variable = n->lhs->kind == ND_NAME ? n->lhs->sym : NULL;
    const Node *copied =
        used ? NULL : emit_copied_byte(f, variable, n->lhs->type->unqual, n->rhs);
    f->copied = copied;
    Reg early = assigned_first(f, n);
    Place p = emit_place(f, n->lhs);
    f->copied = copied; // the target's own assignments are done
    if (p.kind == PLACE_REG) {
        assert(early == REG_NONE);
        emit_expr(f, n->rhs, p.base);
        emit_var_assigned(f, p.base);
        f->regs.top = mark;
        return used ? emit_result(f, p.base, want) : REG_NONE;
    }
    bool is_bits = p.kind == PLACE_BITS;
    Reg v = early;
    if (early == REG_NONE) {
        emit_place_keep(f, &p, n->rhs);
        v = emit_expr(f, used || is_bits ? n->rhs : before_narrowing(n->rhs, p.type),
                      REG_NONE);
    }
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

// What an update knows when it comes to compute.
typedef struct Update {
    NodeKind op;
    const Place *place;
    Reg old;   // the place's value; stays alive
    Reg early; // the right side's, when it was evaluated first; else REG_NONE
} Update;

// The new value of a place: its old one, converted, op rhs, converted back.
static Reg updated(Func *f, Node *n, const Update *u) {
    const Place *p = u->place;
    Type *target = n->lhs->type->unqual, *work = n->op_type ? n->op_type : target;
    Node one = {.kind = ND_INT,
                .type = type_basic(f->unit->types, TY_LONG),
                .value = 1,
                .span = n->span};
    Node *rhs = n->kind == ND_OP_ASSIGN ? n->rhs : &one;
    Reg into =
        p->kind == PLACE_REG && emit_convert_is_free(work, target) ? p->base : REG_NONE;
    Reg left = emit_convert(f, target, work, u->old, REG_NONE);
    f->span = n->span;
    if (type_is_floating(work) && rhs == &one) {
        one = (Node){.kind = ND_FLOAT, .type = work, .number = 1, .span = n->span};
    }
    Reg r = emit_arith(f, &(Arith){u->op, work, left, rhs, u->early}, into);
    if (into == REG_NONE) {
        f->span = n->span;
        r = emit_convert(f, work, target, r, p->kind == PLACE_REG ? p->base : REG_NONE);
    }
    return r;
}

// op=, ++ and --. post: the value is the old one.
Reg emit_update(Func *f, Node *n, Reg want, bool used) {
    assert(node_assigns(n) && n->kind != ND_ASSIGN);
    bool post = used && (n->kind == ND_POST_INC || n->kind == ND_POST_DEC);
    NodeKind op = n->kind == ND_OP_ASSIGN                           ? n->op
                  : n->kind == ND_PRE_INC || n->kind == ND_POST_INC ? ND_ADD
                                                                    : ND_SUB;
    uint32_t mark = f->regs.top;
    Reg result = REG_NONE;
    if (post && want == REG_NONE) {
        result =
            regs_take(&f->regs, 1); // below the place's temporaries, so that it can stay
    }
    Reg early = n->kind == ND_OP_ASSIGN ? right_side_first(f, n) : REG_NONE;
    Place p = emit_place(f, n->lhs);
    if (post && p.kind == PLACE_REG && want != REG_NONE && want != p.base) {
        result = want; // at once: nothing else is read
        regs_touch(&f->regs, want + 1);
        f->regs.top = f->regs.top > want ? f->regs.top : want + 1;
    }
    if (n->kind == ND_OP_ASSIGN && early == REG_NONE) {
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
    Reg value = updated(f, n, &(Update){op, &p, old, early});
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
