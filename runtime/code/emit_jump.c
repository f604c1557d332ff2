// emit_jump.c: all that a way out of a block must do. Locals in memory end with their
// block, defers run, and errors find their handler.
//
// f->locals is the stack of locals alive where the code is. A break or return knows where
// it goes and ends what it leaves at once. A goto forward does not: its JMP is patched
// when everything is known, straight to the label if the same locals live there, else to
// a stub at the function's end that ends some and begins others (a goto into a block). In
// a switch the dispatch is such a goto (emit_switch.c).
//
// Guards are ranges of code with a landing for errors. A try has one; each defer opens
// one to the end of its block:
//
//     defer A;                     |A
//     f();                         |A
//     return 1;    A runs here           <- a hole: an error in A must not run A again
//     g();                         |A
//     }            A runs here
//     landing:     A, RETHROW
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- locals

void emit_local_pushed(Func *f, Reg slot) {
    vec_push(f->locals, ((LiveLocal){++f->serial, NO_SITE, slot, false}));
}

void emit_local(Func *f, Reg slot, uint32_t site) {
    emit_wide(f, OP_LOCAL, slot, (int32_t)site);
    vec_push(f->locals, ((LiveLocal){++f->serial, site, slot, false}));
}

void emit_locals_leave(Func *f, uint32_t count) {
    assert(count <= f->locals.count);
    if (f->locals.count > count) {
        emit_wide(f, OP_LEND, 0, (int32_t)(f->locals.count - count));
    }
}

// The stack shrinks even where the code is unreachable: it describes the program text.
void emit_locals_end(Func *f, uint32_t count) {
    emit_locals_leave(f, count);
    f->locals.count = count;
}

// A compound literal made after a temporary keeps that alive too: the stack gives back
// only from its top.
void emit_temps_end(Func *f, uint32_t count) {
    uint32_t keep = f->locals.count;
    while (keep > count && !f->locals.data[keep - 1].is_lasting) {
        keep--;
    }
    emit_locals_end(f, keep);
}

// Labels and gotos are rare; each gets a copy of the whole stack.
LiveLocal *emit_locals_copy(Func *f) {
    uint32_t n = f->locals.count;
    LiveLocal *copy = arena_array(f->unit->arena, LiveLocal, n ? n : 1);
    if (n > 0) {
        memcpy(copy, f->locals.data, sizeof *copy * n);
    }
    return copy;
}

// How many of the same objects live at both ends.
static uint32_t common(const LiveLocal *from, uint32_t from_count, const UserLabel *to) {
    uint32_t n = 0;
    while (n < from_count && n < to->local_count &&
           from[n].serial == to->locals[n].serial) {
        n++;
    }
    return n;
}

bool emit_locals_same(const LiveLocal *from, uint32_t from_count, const UserLabel *to) {
    return from_count == to->local_count && common(from, from_count, to) == from_count;
}

void emit_locals_adjust(Func *f, const LiveLocal *from, uint32_t from_count,
                        const UserLabel *to) {
    uint32_t same = common(from, from_count, to);
    if (from_count > same) {
        emit_wide(f, OP_LEND, 0, (int32_t)(from_count - same));
    }
    for (uint32_t i = same; i < to->local_count; i++) {
        // C17 6.8.6.1p1 forbids jumping into the scope of a variable-length array.
        if (to->locals[i].site != NO_SITE) {
            emit_wide(f, OP_LOCAL, to->locals[i].slot, (int32_t)to->locals[i].site);
        }
    }
}

// ---------------------------------------------------------------- guards

// An empty part is no range at all.
static void close_range(Func *f, const Guard *g) {
    uint32_t pc = emit_pc(f);
    if (pc > g->begin) {
        Handler h = {.pc_begin = g->begin,
                     .pc_end = pc,
                     .local_count = g->local_count,
                     .slot = (uint16_t)g->slot,
                     .is_cleanup = g->defer != NULL || g->catches_all};
        vec_push(f->ranges, ((GuardRange){h, g->depth, g->number}));
    }
}

// The error's register is taken now, so that the landing finds it free whatever is in use
// there.
static Guard *guard_begin(Func *f, const Node *block, Node *defer) {
    Guard *g = arena_new(f->unit->arena, Guard);
    *g = (Guard){.outer = f->guards,
                 .block = block,
                 .defer = defer,
                 .number = ++f->guard_count,
                 .depth = f->guards ? f->guards->depth + 1 : 1,
                 .begin = emit_pc(f),
                 .local_count = f->locals.count,
                 .slot = regs_take(&f->regs, 1)};
    f->guards = g;
    return g;
}

// The code for its errors begins here; they come with the locals cut back.
static void landing(Func *f, const Guard *g) {
    f->reachable = false;
    for (uint32_t i = 0; i < f->ranges.count; i++) {
        if (f->ranges.data[i].guard == g->number) {
            f->ranges.data[i].handler.target = emit_pc(f);
            f->reachable = true;
        }
    }
    assert(f->locals.count >= g->local_count);
    f->locals.count = g->local_count;
}

// The body of a defer, at one of the ways out. Its labels are new ones each time.
static void defer_body(Func *f, Guard *g) {
    if (!f->reachable) {
        return;
    }
    uint32_t base = f->label_base;
    Guard *guards = f->guards;
    f->label_base = f->labels.count;
    f->guards = g->outer;
    emit_substatement(f, g->defer);
    f->guards = guards;
    f->label_base = base;
}

// Nothing runs here: from now on the block has one more thing to do when it is left.
void emit_defer(Func *f, Node *n) {
    guard_begin(f, f->scope->node, n->then);
}

// Runs the defers between here and `outer`, innermost first; returns whether ranges were
// cut for it.
static bool unwind(Func *f, Guard *outer) {
    bool has_defer = false;
    for (Guard *g = f->guards; g != outer; g = g->outer) {
        has_defer = has_defer || g->defer;
    }
    if (!has_defer || !f->reachable) {
        return false;
    }
    for (Guard *g = f->guards; g != outer; g = g->outer) {
        close_range(f, g);
        if (g->defer) {
            defer_body(f, g);
        }
    }
    return true;
}

// After the jump: the ranges go on.
static void rewind_guards(Func *f, const Guard *outer, bool was_cut) {
    for (Guard *g = f->guards; was_cut && g != outer; g = g->outer) {
        g->begin = emit_pc(f);
    }
}

// First the way through the closing brace, then, jumped over, the landings: the innermost
// defer's first, which by rethrowing goes to the next one's.
void emit_guards_end(Func *f, Scope *scope) {
    Guard *inner = f->guards;
    if (inner == scope->guards) {
        return;
    }
    Label end = LABEL_NEW;
    for (Guard *g = inner; g != scope->guards; g = g->outer) {
        close_range(f, g);
        defer_body(f, g);
    }
    emit_locals_leave(f, scope->local_count);
    emit_jump(f, OP_JMP, 0, &end);
    for (Guard *g = inner; g != scope->guards; g = g->outer) {
        g->begin = emit_pc(f);
    }
    for (Guard *g = inner; g != scope->guards; g = g->outer) {
        close_range(f, g);
        landing(f, g);
        defer_body(f, g);
        emit_op(f, OP_RETHROW, g->slot, 0, 0);
    }
    f->guards = scope->guards;
    f->locals.count = scope->local_count;
    emit_bind(f, &end);
}

// The handler is no part of the range: an error in it goes outwards.
void emit_try(Func *f, Node *n) {
    Label end = LABEL_NEW;
    Scope scope;
    emit_scope_begin(f, &scope, n);
    Guard *g = guard_begin(f, n, NULL);
    g->catches_all = n->catches_all;
    uint32_t locals = f->locals.count;
    emit_substatement(f, n->then);
    close_range(f, g);
    f->guards = g->outer;
    emit_jump(f, OP_JMP, 0, &end);
    landing(f, g);
    Reg caught = f->catch_slot;
    f->catch_slot = g->slot;
    Sym *sym = n->decl ? n->decl->decl_sym : NULL;
    if (sym) {
        emit_var_begin(f, sym, true);
        f->span = n->decl->span;
        if (type_is_record(sym->type)) {
            emit_copy(f, sym->slot, g->slot, sym->type->size_bytes);
        } else if (sym->in_memory || sym->address_taken) {
            emit_op(f, emit_store_op(sym->type), g->slot, sym->slot, 0);
        } else {
            emit_move(f, sym->slot, g->slot);
        }
    }
    emit_substatement(f, n->otherwise);
    emit_locals_end(f, locals);
    f->catch_slot = caught;
    emit_bind(f, &end);
    emit_scope_end(f, &scope);
}

// ---------------------------------------------------------------- break, continue,
// return

// break and continue: the loop's own scope says how many locals stay.
void emit_leave(Func *f, const Scope *scope, Label *to, uint32_t local_count) {
    Guard *outer = scope->guards;
    bool was_cut = unwind(f, outer);
    emit_locals_leave(f, local_count);
    emit_jump(f, OP_JMP, 0, to);
    rewind_guards(f, outer, was_cut);
}

// The value stands in a register that the defers, which come after it (C2y), do not
// touch.
static Reg return_value(Func *f, Node *n) {
    if (!n->lhs) {
        return REG_NONE;
    }
    bool is_void = n->lhs->type->kind == TY_VOID || !f->type || f->is_generator_body;
    if (is_void) {
        emit_effect(f, n->lhs);
        return REG_NONE;
    }
    if (f->result_reg != REG_NONE) {
        emit_record(f, n->lhs, f->result_reg);
        return f->result_reg;
    }
    uint32_t mark = f->regs.top;
    Reg r = emit_expr(f, n->lhs, REG_NONE);
    if (f->guards && r < mark) { // a defer may assign to the variable
        Reg copy = regs_take(&f->regs, 1);
        emit_move(f, copy, r);
        return copy;
    }
    return r;
}

// `return c ? a : b` is two returns: no value is moved, no jump leads to a common end.
static bool return_conditional(Func *f, Node *n) {
    Node *value = n->lhs;
    int64_t known;
    if (!value || value->kind != ND_COND || !value->lhs || f->guards || !f->type ||
        f->is_generator_body || !type_is_scalar(value->type) ||
        emit_const_int(value->cond, &known)) {
        return false;
    }
    Label no = LABEL_NEW;
    uint32_t locals = f->locals.count;
    Node yes = {.kind = ND_RETURN, .span = n->span, .lhs = value->lhs};
    Node otherwise = {.kind = ND_RETURN, .span = n->span, .lhs = value->rhs};
    emit_cond(f, value->cond, false, &no);
    uint32_t both = f->locals.count;
    emit_return(f, &yes);
    f->locals.count = both;
    emit_bind(f, &no);
    emit_return(f, &otherwise);
    f->locals.count = locals;
    return true;
}

// The frame's locals need no LEND: RETL ends them all.
void emit_return(Func *f, Node *n) {
    if (return_conditional(f, n)) {
        return;
    }
    if (f->inlining) {
        emit_inline_return(f, n);
        return;
    }
    uint32_t mark = f->regs.top, locals = f->locals.count;
    Reg value = return_value(f, n);
    f->span = n->span;
    bool was_cut = unwind(f, NULL);
    bool wants_value = f->type && !f->is_generator_body && f->type->base->kind != TY_VOID;
    if (f->type && f->type->is_noreturn) {
        emit_wide(f, OP_TRAP, 0, CODE_TRAP_NORETURN);
    } else if (value != REG_NONE) {
        emit_op(f, OP_RET, value, 0, 0);
    } else if (wants_value && !f->is_main) {
        emit_op(f, OP_RETNONE, 0, 0, 0);
    } else {
        emit_op(f, OP_RETV, 0, 0, 0);
    }
    rewind_guards(f, NULL, was_cut);
    f->locals.count = locals; // temporaries of the value are gone with the frame
    f->regs.top = mark;
}

// ---------------------------------------------------------------- labels

uint32_t emit_label_new(Func *f, const Node *node) {
    vec_push(f->labels, ((UserLabel){.node = node, .label = LABEL_NEW}));
    return f->labels.count - 1;
}

// The number of a label of the program, given when it is first seen.
static uint32_t label_of(Func *f, Node *label) {
    uint64_t number = label->offset_bytes;
    if (number >= f->label_base && number < f->labels.count &&
        f->labels.data[number].node == label) {
        return (uint32_t)number;
    }
    label->offset_bytes = emit_label_new(f, label);
    return (uint32_t)label->offset_bytes;
}

// Somebody may always come here: a goto further down is not known yet.
void emit_label_bind(Func *f, uint32_t number) {
    UserLabel *l = &f->labels.data[number];
    emit_bind_head(f, &l->label, true);
    l->locals = emit_locals_copy(f);
    l->local_count = f->locals.count;
    l->guards = f->guards;
}

void emit_user_label(Func *f, Node *n) {
    emit_label_bind(f, label_of(f, n));
}

static bool list_contains(const Node *list, const Node *label) {
    for (const Node *n = list; n; n = n->next) {
        if (emit_contains(n, label)) {
            return true;
        }
    }
    return false;
}

// Labels in statement expressions can't be jumped into.
bool emit_contains(const Node *n, const Node *label) {
    if (!n || n == label) {
        return n != NULL;
    }
    if (!label && (n->kind == ND_LABEL || n->kind == ND_CASE || n->kind == ND_DEFAULT)) {
        return true;
    }
    switch (n->kind) {
    case ND_BLOCK:
        return list_contains(n->then, label);
    case ND_LABEL:
        return emit_contains(n->label_body, label);
    case ND_IF:
    case ND_TRY:
        return emit_contains(n->then, label) || emit_contains(n->otherwise, label);
    case ND_WHILE:
    case ND_DO:
    case ND_FOR:
    case ND_FOR_IN:
    case ND_SWITCH:
    case ND_CASE:
    case ND_DEFAULT:
        return emit_contains(n->then, label);
    default:
        return false;
    }
}

// The guards that a goto leaves: those of the blocks around it that do not have the
// label.
static Guard *guards_at(const Func *f, const UserLabel *label) {
    if (label->label.pc >= 0) {
        for (Guard *g = f->guards; g; g = g->outer) {
            if (g == label->guards) {
                return g;
            }
        }
        return label->guards ? f->guards : NULL;
    }
    const Scope *left = NULL;
    for (const Scope *s = f->scope; s->outer && !emit_contains(s->node, label->node);
         s = s->outer) {
        left = s;
    }
    return left ? left->guards : f->guards;
}

// Backwards everything is known and done in place; forwards the rest is left to
// emit_gotos_resolve.
void emit_goto(Func *f, Node *n) {
    uint32_t number = label_of(f, n->target_label);
    Guard *outer = f->guards ? guards_at(f, &f->labels.data[number]) : NULL;
    bool was_cut = f->guards && unwind(f, outer);
    UserLabel *l = &f->labels.data[number];
    f->span = n->span;
    if (l->label.pc >= 0) {
        emit_locals_adjust(f, f->locals.data, f->locals.count, l);
        emit_jump(f, OP_JMP, 0, &l->label);
    } else if (f->reachable) {
        Label later = LABEL_NEW;
        emit_jump(f, OP_JMP, 0, &later);
        vec_push(f->gotos,
                 ((Goto){emit_pc(f) - 1, number, emit_locals_copy(f), f->locals.count}));
    }
    rewind_guards(f, outer, was_cut);
}

// At the end of the function, behind its last instruction, so that stubs are in nobody's
// way.
void emit_gotos_resolve(Func *f) {
    assert(!f->reachable);
    for (uint32_t i = 0; i < f->gotos.count && !f->too_large; i++) {
        const Goto *g = &f->gotos.data[i];
        UserLabel *l = &f->labels.data[g->label];
        assert(l->label.pc >= 0);
        Insn *jump = &f->code.data[g->pc];
        bool same = emit_locals_same(g->locals, g->local_count, l);
        int32_t target = same ? l->label.pc : (int32_t)emit_pc(f);
        *jump = insn_make_wide(OP_JMP, 0, target - (int32_t)g->pc - 1);
        if (!same) {
            f->reachable = true;
            emit_locals_adjust(f, g->locals, g->local_count, l);
            emit_jump(f, OP_JMP, 0, &l->label);
        }
    }
}
