// emit_scan.c: looking at the tree before code is made of it, for two savings, for the
// order of operands, and for bytes that are only moved.
//
// Constants of a loop. An instruction has room for few constants; the others, and the
// addresses of global arrays, would be loaded again each time round. The outermost loop
// of a function loads them once, in front, and keeps them in registers while it lasts
// (f->kept). A loop that can be entered by a label keeps nothing.
//
// Bytes that are only moved. Copying an object byte by byte moves bytes that never got a
// value: a struct's array that is filled in part, say. C17 lets characters do that
// (6.2.6.1p5), so the load is marked: it is no fault to find such a byte there.
//
// Struct parameters that are only read. The callee's copy of a struct (emit_func.c) can't
// be told from the caller's object if nothing in the callee writes memory but its own
// variables, or calls what might.
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- constants of a loop

enum { MOST_KEPT = 16, LOOP_NODES = 4000 };

// A dozen entries: searching them is faster than anything cleverer.
Reg emit_kept(const Func *f, bool is_global, uint64_t key) {
    for (uint32_t i = 0; i < f->kept.count; i++) {
        const Kept *k = &f->kept.data[i];
        if (k->key == key && k->is_global == is_global) {
            return k->reg;
        }
    }
    return REG_NONE;
}

static void keep(Func *f, bool is_global, uint64_t key) {
    if (f->kept.count < MOST_KEPT && emit_kept(f, is_global, key) == REG_NONE) {
        vec_push(f->kept, ((Kept){is_global, key, regs_take(&f->regs, 1)}));
    }
}

// small_too: no instruction has room even for a small one.
static void keep_constant(Func *f, const Node *n, bool small_too) {
    int64_t i;
    double d;
    if (emit_const_int(n, &i)) {
        if (small_too || !emit_fits16(i)) {
            keep(f, false, (uint64_t)i);
        }
    } else if (emit_const_double(n, &d)) {
        uint64_t bits;
        memcpy(&bits, &d, sizeof bits);
        keep(f, false, bits);
    }
}

static bool is_global_name(const Node *n) {
    return n->kind == ND_NAME && n->sym->kind == SYM_VAR &&
           (n->sym->storage == STORE_GLOBAL || n->sym->storage == STORE_STATIC ||
            n->sym->is_extern);
}

static bool is_register_name(const Node *n) {
    return n->kind == ND_NAME && !is_global_name(n) && !n->sym->in_memory &&
           !n->sym->address_taken;
}

static void keep_operand(Func *f, NodeKind op, const Node *n) {
    // What has an immediate form needs no register for small constants.
    bool has_form =
        op == ND_ADD || op == ND_SUB || op == ND_BITAND || op_is_comparison(op);
    keep_constant(f, n, !has_form);
}

static void keep_operands(Func *f, const Node *n) {
    int64_t value;
    if (!emit_const_int(n, &value)) {
        keep_operand(f, n->kind, n->lhs);
        keep_operand(f, n->kind, n->rhs);
    }
}

// What would cost an instruction of its own each time round.
static bool visit_constants(Walk *w, Node *n) {
    Func *f = w->f;
    switch (n->kind) {
    case ND_SUB:
        keep_constant(f, n->lhs, true); // 10 - i has no immediate form
        keep_operand(f, n->kind, n->rhs);
        break;
    case ND_OP_ASSIGN:
        keep_operand(f, n->op, n->rhs);
        break;
    case ND_ASSIGN:
        if (!is_register_name(n->lhs) && type_is_scalar(n->type)) {
            keep_constant(f, n->rhs, true);
        }
        break;
    case ND_CALL: // its constants are the loop's (two that call each other: the budget)
        for (Node *arg = n->args; arg && emit_inlines(f, n); arg = arg->next) {
            keep_constant(f, arg, true);
        }
        emit_walk(w, emit_inline_body(f, n));
        break;
    case ND_DECAY:
        if (n->lhs->type->kind == TY_ARRAY && is_global_name(n->lhs)) {
            keep(f, true, n->lhs->sym->id);
        }
        break;
    default:
        if (op_is_arithmetic(n->kind) || op_is_comparison(n->kind)) {
            keep_operands(f, n);
        }
        break;
    }
    return true;
}

// Whether code outside the loop may jump into it.
static bool visit_entries(Walk *w, Node *n) {
    if (n->kind == ND_LABEL) {
        w->found = true;
    }
    if (n->kind == ND_CALL && n->call_kind == CALL_NATIVE &&
        n->call_sym->builtin == BI_SETJMP) {
        w->found =
            true; // longjmp comes back to where it stands, also when the loop has ended
    }
    if ((n->kind == ND_CASE || n->kind == ND_DEFAULT) && !w->sym) {
        w->found = true;
    }
    if (n->kind == ND_SWITCH) { // its own cases are entered from inside
        Walk inner = {.visit = visit_entries,
                      .budget = w->budget,
                      .sym = (const Sym *)(const void *)n};
        emit_walk(&inner, n->then);
        w->budget = inner.budget;
        w->found = w->found || inner.found;
        return false;
    }
    return !w->found;
}

// Inner loops find what the outermost one has kept; they keep nothing themselves.
void emit_loop_keep(Func *f, Node *loop) {
    if (f->in_loop || !f->reachable) {
        return;
    }
    Walk entries = {.visit = visit_entries, .budget = LOOP_NODES};
    emit_walk(&entries, loop->then);
    if (entries.found || entries.budget < 0) {
        return;
    }
    Walk constants = {.visit = visit_constants, .budget = LOOP_NODES, .f = f};
    emit_walk(&constants, loop->cond);
    emit_walk(&constants, loop->then);
    if (loop->kind == ND_FOR) {
        emit_walk(&constants, loop->step);
    }
    f->in_loop = true;
    for (uint32_t i = 0; i < f->kept.count; i++) {
        const Kept *k = &f->kept.data[i];
        if (k->is_global) {
            emit_wide(f, OP_LDK, k->reg,
                      (int32_t)emit_const_ref(f, KC_GLOBAL, (uint32_t)k->key, 0));
        } else {
            emit_int(f, (int64_t)k->key, k->reg);
        }
    }
}

// ---------------------------------------------------------------- which operand is first

static bool visit_suspensions(Walk *w, Node *n) {
    w->found = w->found || n->kind == ND_AWAIT || n->kind == ND_SPAWN ||
               n->kind == ND_YIELD || n->kind == ND_YIELD_FROM;
    return !w->found;
}

bool emit_waits_on_loop(Node *n) {
    Walk w = {.visit = visit_suspensions, .budget = LOOP_NODES};
    emit_walk(&w, n);
    return w.found || w.budget < 0;
}

// C leaves open which operand of x + f() is evaluated first (6.5p3). We do what gcc does:
// a plain variable is read last, so it is the x that f has left. Across an await it is the
// x from before, as in Python: the update that another task made meanwhile is lost.
bool emit_waits(Node *variable, Node *other) {
    while (variable->kind == ND_CAST) {
        variable = variable->lhs;
    }
    return variable->kind == ND_NAME && variable->sym->kind == SYM_VAR &&
           emit_has_effects(other) && !emit_waits_on_loop(other);
}

// ---------------------------------------------------------------- bytes that are only moved

enum { COPY_UNKNOWN, COPY_NO, COPY_YES };

static bool is_byte(const Type *type) {
    return type_is_integer(type) && type->size_bytes == 1 &&
           layout_mem_type(type) != MT_BOOL;
}

static Node *without_byte_casts(Node *value) {
    while (value->kind == ND_CAST && is_byte(value->type) && is_byte(value->lhs->type)) {
        value = value->lhs;
    }
    return value;
}

static bool is_byte_in_memory(const Node *n) {
    return (n->kind == ND_INDEX || n->kind == ND_DEREF) && is_byte(n->type);
}

// Every mention, and those that may be: `t = ...;` and `*p = t;`, as statements.
static bool visit_moves(Walk *w, Node *n) {
    const Node *e = n->kind == ND_EXPR_STMT ? n->lhs : NULL;
    if (e && e->kind == ND_ASSIGN) {
        const Node *from = without_byte_casts(e->rhs);
        bool is_target = e->lhs->kind == ND_NAME && e->lhs->sym == w->sym;
        bool is_source = from->kind == ND_NAME && from->sym == w->sym;
        w->allowed += is_target ? 1 : 0;
        w->allowed += is_source && is_byte_in_memory(e->lhs) ? 1 : 0;
    }
    w->mentions += n->kind == ND_NAME && n->sym == w->sym ? 1 : 0;
    w->found = w->found || n->kind == ND_STMT_EXPR;
    return !w->found;
}

static bool is_only_moved(Func *f, Sym *variable) {
    if (variable->copy_state == COPY_UNKNOWN) {
        Node *body = f->inlining ? f->inlining->function->body : f->body;
        Walk w = {.visit = visit_moves, .budget = LOOP_NODES, .sym = variable};
        if (body) {
            emit_walk(&w, body);
        }
        bool is_clear = w.mentions > 0 && w.mentions == w.allowed && !w.found;
        variable->copy_state = is_clear && w.budget >= 0 ? COPY_YES : COPY_NO;
    }
    return variable->copy_state == COPY_YES;
}

const Node *emit_copied_byte(Func *f, Sym *variable, const Type *target, Node *value) {
    const Node *from = without_byte_casts(value);
    if (!is_byte(target) || !is_byte_in_memory(from) ||
        (variable && !is_only_moved(f, variable))) {
        return NULL;
    }
    return from;
}

// ---------------------------------------------------------------- parameters that are
// only read

// The variable an lvalue is part of; NULL when it is reached through a pointer.
static const Sym *root_of(const Node *n) {
    for (;;) {
        switch (n->kind) {
        case ND_NAME:
            return n->sym->kind == SYM_VAR ? n->sym : NULL;
        case ND_MEMBER:
            n = n->lhs;
            break;
        case ND_INDEX:
            if (n->lhs->kind != ND_DECAY) {
                return NULL;
            }
            n = n->lhs->lhs;
            break;
        default:
            return NULL;
        }
    }
}

// A library call that gets nothing it could write through.
static bool is_harmless_call(const Node *n) {
    if (n->call_kind != CALL_NATIVE || n->makes_coroutine || n->suspends ||
        n->call_sym->builtin != BI_NONE) {
        return false;
    }
    for (const Node *arg = n->args; arg; arg = arg->next) {
        if (!type_is_arithmetic(arg->type)) {
            return false;
        }
    }
    return true;
}

static bool visit_mentions(Walk *w, Node *n) {
    // Statement expressions may do anything, so they count as a mention.
    w->found =
        w->found || n->kind == ND_STMT_EXPR || (n->kind == ND_NAME && n->sym == w->sym);
    return !w->found;
}

bool emit_mentions(Node *init, const Sym *sym) {
    enum { SMALL = 400 };
    Walk w = {.visit = visit_mentions, .budget = SMALL, .sym = sym};
    emit_walk_init(&w, init);
    return w.found || w.budget < 0;
}

// Anything that could change an object that is not the function's own.
static bool visit_writes(Walk *w, Node *n) {
    const Sym *root = node_assigns(n) || n->kind == ND_ADDR ? root_of(n->lhs) : NULL;
    if (node_assigns(n)) {
        w->found = w->found || !root || root->storage == STORE_GLOBAL ||
                   root->storage == STORE_STATIC || root->is_extern ||
                   (root->is_param && type_is_record(root->type));
        return !w->found;
    }
    switch (n->kind) {
    case ND_ADDR:
        w->found = w->found || !root || root->is_param;
        break;
    case ND_CALL:
        w->found = w->found || !is_harmless_call(n);
        break;
    case ND_AWAIT:
    case ND_SPAWN:
    case ND_YIELD:
    case ND_YIELD_FROM:
    case ND_VA_ARG:
    case ND_DEFER:
    case ND_TRY:
    case ND_THROW:
    case ND_STMT_EXPR:
    case ND_FOR_IN:
        w->found = true;
        break;
    default:
        break;
    }
    return !w->found;
}

// Coroutines and generators start later, when the caller's object may be gone: they
// always copy.
bool emit_params_are_read_only(Node *function) {
    const Type *type = function->decl_sym->type;
    if (type->is_async || type->is_generator || function->has_yield) {
        return false;
    }
    enum { SMALL = 400 };
    Walk w = {.visit = visit_writes, .budget = SMALL};
    emit_walk(&w, function->body);
    return !w.found && w.budget >= 0;
}
