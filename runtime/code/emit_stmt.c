// emit_stmt.c: statements, declarations and blocks.
//
// Loops are inverted: the test stands at the bottom, one fused jump back an iteration.
//
//         JMP test                for (init; cond; step) body
//     body:  ...
//     continue:  step
//     test:  cond -> body         (the L form: it looks whether somebody wants us to
//     stop) break:
//
// One that goes over arrays has a second copy behind it (emit_lanes.c).
//
// A block gives back at its end what it took: registers, locals in memory, hidden sizes
// of VLAs, and runs its defers. The ways out in the middle are emit_jump.c's.
#include "code/emit.h"

// ---------------------------------------------------------------- scopes

void emit_scope_begin(Func *f, Scope *scope, const Node *node) {
    *scope = (Scope){.outer = f->scope,
                     .node = node,
                     .reg_top = f->regs.top,
                     .local_count = f->locals.count,
                     .var_count = f->vars.count,
                     .vla_count = f->vlas.count,
                     .guards = f->guards};
    f->scope = scope;
}

void emit_vars_end(Func *f, uint32_t first) {
    for (uint32_t i = first; i < f->vars.count; i++) {
        VarEntry *var = &f->vars.data[i];
        if (var->pc_begin == UINT32_MAX) { // never assigned
            var->pc_begin = emit_pc(f);
            f->uninit_count--;
        }
        if (var->pc_end == UINT32_MAX) {
            var->pc_end = emit_pc(f);
        }
    }
}

// In this order: defers may still use the block's locals, messages its variables until
// the last instruction.
void emit_scope_end(Func *f, Scope *scope) {
    assert(f->scope == scope);
    emit_guards_end(f, scope);
    emit_locals_end(f, scope->local_count);
    emit_vars_end(f, scope->var_count);
    while (f->vlas.count > scope->vla_count) {
        f->vlas.data[--f->vlas.count]->slot = 0;
    }
    f->regs.top = scope->reg_top;
    f->scope = scope->outer;
}

// `struct v r = {x, y}; return r;`: the values go where the result goes, and r never
// exists. Nobody can tell: its address is not taken, and its initialiser does not name
// it.
static bool returned_at_once(Func *f, Node *n) {
    Node *back = n->next;
    Sym *sym = n->kind == ND_DECL ? n->decl_sym : NULL;
    const Inlining *in = f->inlining;
    Reg into = in ? in->into : f->result_reg;
    bool to_fields = in && in->fields != REG_NONE;
    if (!sym || !n->init || (into == REG_NONE && !to_fields) || f->guards || !back ||
        back->kind != ND_RETURN || !back->lhs || back->lhs->kind != ND_NAME ||
        back->lhs->sym != sym || sym->kind != SYM_VAR || sym->is_extern ||
        sym->storage != STORE_AUTO || sym->address_taken || !type_is_record(sym->type) ||
        (sym->type->quals & QUAL_VOLATILE) || emit_mentions(n->init, sym)) {
        return false;
    }
    uint32_t mark = f->regs.top, locals = f->locals.count;
    bool done = to_fields ? emit_is_fields(f, n->init) : emit_init_into(f, n->init, into);
    if (done) {
        if (to_fields) {
            emit_fields(f, n->init, in->fields);
        }
        f->span = back->span;
        if (in) {
            emit_inline_leave(f);
        } else {
            emit_op(f, OP_RET, into, 0, 0);
        }
        f->locals.count = locals;
    }
    f->regs.top = mark;
    return done;
}

// A compound literal is one object as long as its block lasts (C17 6.5.2.5p5). Where a
// goto may go back in the block, all of them begin in front of it.
static bool visit_literals(Walk *w, Node *n) {
    if (n->kind >= ND_BLOCK || n->kind == ND_STMT_EXPR) {
        return n->kind == ND_EXPR_STMT || n->kind == ND_DECL || n->kind == ND_LABEL;
    }
    if (n->kind == ND_COMPOUND && n->sym->storage == STORE_AUTO) {
        Func *f = w->f;
        Reg r = regs_take(&f->regs, 1);
        f->span = n->span;
        emit_local(f, r, emit_site(f, NULL, n->type, n->span));
        vec_last(f->locals).is_lasting = true;
        n->sym->slot = r + 1;
    }
    return true;
}

static void begin_literals(Func *f, Node *list) {
    enum { MOST_VISITED = 4000 };
    Node *label = list;
    while (label && label->kind != ND_LABEL) {
        label = label->next;
    }
    Walk w = {.visit = visit_literals, .budget = MOST_VISITED, .f = f};
    for (Node *n = label ? list : NULL; n; n = n->next) {
        emit_walk(&w, n);
    }
}

void emit_block_list(Func *f, Node *list) {
    begin_literals(f, list);
    for (Node *n = list; n; n = n->next) {
        if (returned_at_once(f, n)) {
            n = n->next;
        } else if (emit_inline_early_return(f, n)) {
            return;
        } else {
            f->listed = n;
            emit_stmt(f, n);
        }
    }
}

static void block(Func *f, Node *n) {
    Scope scope;
    emit_scope_begin(f, &scope, n);
    emit_block_list(f, n->then);
    emit_scope_end(f, &scope);
}

// A block even without braces (C17 6.8.4p3): compound literals in it end with it.
void emit_substatement(Func *f, Node *n) {
    if (!n || n->kind == ND_EMPTY) {
        return;
    }
    if (n->kind == ND_BLOCK) {
        block(f, n);
        return;
    }
    Scope scope;
    emit_scope_begin(f, &scope, n);
    emit_stmt(f, n);
    emit_scope_end(f, &scope);
}

// ---------------------------------------------------------------- variables

static bool lives_in_memory(const Sym *sym) {
    return sym->in_memory || sym->address_taken || type_is_aggregate(sym->type);
}

// The variable is in scope in its own initialiser (C17 6.2.1p7), so its place comes
// first.
void emit_var_begin(Func *f, Sym *sym, bool is_initialised) {
    const char *name = sym->name ? sym->name->text : NULL;
    bool in_memory = lives_in_memory(sym);
    sym->slot = regs_take(&f->regs, 1);
    sym->in_fields = false;
    sym->displacement = 0;
    if (in_memory) {
        f->span = sym->span;
        emit_local(f, sym->slot, emit_site(f, name, sym->type, sym->span));
        vec_last(f->locals).is_lasting = true;
    }
    if (!name) {
        return;
    }
    bool begun = in_memory || is_initialised;
    vec_push(f->vars, ((VarEntry){.name = name,
                                  .slot = sym->slot,
                                  .in_memory = in_memory,
                                  .inlined = f->inlining ? f->inlining->number : 0,
                                  .pc_begin = begun ? emit_pc(f) : UINT32_MAX,
                                  .pc_end = UINT32_MAX,
                                  .layout = emit_layout(f, sym->type)}));
    f->uninit_count += begun ? 0 : 1;
}

// A store to a variable's register: from here on messages may show it.
void emit_var_assigned(Func *f, Reg slot) {
    for (uint32_t i = f->vars.count; f->uninit_count > 0 && i-- > 0;) {
        VarEntry *var = &f->vars.data[i];
        if (var->slot == slot && var->pc_end == UINT32_MAX) {
            if (var->pc_begin == UINT32_MAX) {
                var->pc_begin = emit_pc(f);
                f->uninit_count--;
            }
            return;
        }
    }
}

// Computes the hidden sizes of the VLAs in a type where it is declared (C17 6.7.6.2p5):
// from the inside out.
void emit_vla_sizes(Func *f, Type *type) {
    if (!type || !(type->kind == TY_ARRAY || type->kind == TY_POINTER) || !type->base) {
        return;
    }
    if (type->unqual && type->unqual != type) {
        emit_vla_sizes(f, type->unqual);
    }
    emit_vla_sizes(f, type->base);
    Sym *size = type->vla_size;
    if (type->kind != TY_ARRAY || !type->is_vla || !size || size->slot != 0) {
        return;
    }
    Reg r = regs_take(&f->regs, 1);
    uint64_t bytes;
    Reg unit = emit_element_size(f, type->base, &bytes);
    if (type->vla_count) {
        emit_expr(f, type->vla_count, r);
        f->span = type->vla_count->span;
    } else {
        emit_int(f, (int64_t)type->count, r);
    }
    if (unit == REG_NONE) {
        unit = emit_int(f, (int64_t)bytes, REG_NONE);
        f->regs.top = unit;
    }
    emit_op(f, OP_MUL_I64, r, r, unit);
    size->slot = r + 1;
    vec_push(f->vlas, size);
}

// Its size was computed where its type was declared, perhaps by a typedef further up.
static void declare_vla(Func *f, Sym *sym) {
    uint64_t bytes;
    emit_vla_sizes(f, sym->type);
    Reg size = emit_element_size(f, sym->type, &bytes);
    if (size == REG_NONE) {
        size = emit_int(f, (int64_t)bytes, REG_NONE);
    }
    Site *site = arena_new(f->unit->arena, Site);
    *site =
        (Site){sym->name ? sym->name->text : NULL, emit_layout(f, sym->type), sym->span};
    sym->slot = regs_take(&f->regs, 1);
    f->span = sym->span;
    emit_op(f, OP_LOCALV, sym->slot, size,
            emit_const_short(f, (Const){.kind = KC_SITE, .ptr = site}));
    emit_local_pushed(f, sym->slot);
    vec_last(f->locals).is_lasting = true;
    vec_push(f->vars, ((VarEntry){.name = site->name,
                                  .slot = sym->slot,
                                  .in_memory = true,
                                  .pc_begin = emit_pc(f),
                                  .pc_end = UINT32_MAX,
                                  .layout = site->layout}));
}

void emit_seal(Func *f, const Type *type, Reg object) {
    if (type_has_const(type)) {
        emit_op(f, OP_SEAL, object, 0, 0);
    }
}

static void declare_local(Func *f, Sym *sym, Node *init) {
    emit_vla_sizes(f, sym->type);
    emit_var_begin(f, sym, false);
    uint32_t mark = f->regs.top, locals = f->locals.count;
    if (!init) {
        return;
    }
    if (lives_in_memory(sym)) {
        emit_local_init(f, init, sym->type, sym->slot);
        emit_seal(f, sym->type, sym->slot);
    } else {
        Node *value = init;
        if (init->kind == ND_INIT) {
            value = init->init_items ? init->init_items->value : NULL;
        }
        if (value) {
            f->copied = emit_copied_byte(f, sym, sym->type, value);
            emit_expr(f, value, sym->slot);
        } else {
            emit_int(f, 0, sym->slot);
        }
        emit_var_assigned(f, sym->slot);
    }
    f->regs.top = mark;
    emit_temps_end(f, locals);
}

// A struct whose members get a register each (emit_fields.c).
static void declare_fields(Func *f, Sym *sym, Node *init) {
    Fields fields;
    bool fits = emit_fields_of(sym->type, &fields);
    assert(fits);
    (void)fits;
    Reg first = regs_take(&f->regs, fields.count);
    emit_fields(f, init, first);
    sym->slot = first;
    sym->in_fields = true;
    vec_push(f->vars, ((VarEntry){.name = sym->name ? sym->name->text : NULL,
                                  .slot = first,
                                  .in_fields = true,
                                  .inlined = f->inlining ? f->inlining->number : 0,
                                  .pc_begin = emit_pc(f),
                                  .pc_end = UINT32_MAX,
                                  .layout = emit_layout(f, sym->type)}));
}

// Static objects are the linker's; a session variable is assigned to where it stands in
// the cell.
void emit_declaration(Func *f, Node *n) {
    Sym *sym = n->decl_sym;
    if (!sym) {
        return;
    }
    if (sym->kind == SYM_TYPEDEF) {
        emit_vla_sizes(f, sym->type);
        return;
    }
    if (sym->kind != SYM_VAR || (sym->is_extern && !n->init)) {
        return;
    }
    if (sym->storage == STORE_STATIC) {
        emit_global(f->unit, sym);
        emit_global_image(f->unit, sym, n->init);
    } else if (sym->storage == STORE_GLOBAL) {
        uint32_t locals = f->locals.count;
        if (n->init) {
            emit_global_assign(f, sym, n->init);
        }
        emit_temps_end(f, locals);
    } else if (sym->type->kind == TY_ARRAY && sym->type->is_vla) {
        assert(!n->init);
        declare_vla(f, sym);
    } else if (f->listed == n && emit_declares_fields(f, n)) {
        declare_fields(f, sym, n->init);
    } else {
        declare_local(f, sym, n->init);
    }
}

// ---------------------------------------------------------------- statement expressions

// Its statements are a block in the middle of an expression: what was in use stays below
// it.
typedef struct Outside {
    bool in_branch, box_temps;
} Outside;

static Outside step_in(Func *f) {
    Outside outside = {f->in_branch, f->box_temps};
    f->in_branch = f->box_temps = false;
    return outside;
}

static void step_out(Func *f, Outside outside) {
    f->in_branch = outside.in_branch;
    f->box_temps = outside.box_temps;
}

void emit_stmt_expr_effect(Func *f, Node *n) {
    Outside outside = step_in(f);
    block(f, n->then);
    step_out(f, outside);
}

// The register for the value is set aside first, below everything the statements use.
Reg emit_stmt_expr(Func *f, Node *n, Reg want, Reg into) {
    uint32_t mark = f->regs.top;
    Reg d = want == REG_NONE ? mark : want;
    if (into != REG_NONE && into >= f->regs.top) {
        f->regs.top = into + 1;
    }
    if (d >= f->regs.top) {
        f->regs.top = d + 1;
    }
    regs_touch(&f->regs, f->regs.top);
    Outside outside = step_in(f);
    Scope scope;
    emit_scope_begin(f, &scope, n->then);
    for (Node *s = n->then->then; s; s = s->next) {
        Node *last = s;
        while (!s->next && last->kind == ND_LABEL && last->label_body) {
            emit_user_label(f, last);
            last = last->label_body;
        }
        if (s->next || last->kind != ND_EXPR_STMT || n->type->kind == TY_VOID) {
            emit_stmt(f, last);
        } else if (into != REG_NONE) {
            emit_record(f, last->lhs, into);
        } else {
            emit_expr(f, last->lhs, d);
        }
    }
    emit_scope_end(f, &scope);
    step_out(f, outside);
    f->regs.top = mark;
    return into != REG_NONE ? into : emit_result(f, d, want);
}

// ---------------------------------------------------------------- control flow

static const Scope *scope_of_target(const Func *f, const Node *n) {
    const Scope *scope = f->scope;
    while (scope && !(scope->node == n->target && scope->on_break)) {
        scope = scope->outer;
    }
    assert(scope);
    return scope;
}

// Where a lone break or continue goes, if nothing is to be done on the way: `if (c)
// break;` is one jump.
static Label *plain_exit(const Func *f, const Node *n) {
    while (n && n->kind == ND_BLOCK && n->then && !n->then->next) {
        n = n->then;
    }
    if (!n || (n->kind != ND_BREAK && n->kind != ND_CONTINUE)) {
        return NULL;
    }
    const Scope *scope = scope_of_target(f, n);
    if (f->guards != scope->guards || f->locals.count != scope->continue_local_count) {
        return NULL;
    }
    return n->kind == ND_BREAK ? scope->on_break : scope->on_continue;
}

// No jump over an empty else, and none to a lone break.
static void if_stmt(Func *f, Node *n) {
    Label no = LABEL_NEW, end = LABEL_NEW;
    Label *exit = plain_exit(f, n->then);
    if (exit) {
        emit_cond(f, n->cond, true, exit);
        emit_substatement(f, n->otherwise);
        return;
    }
    emit_cond(f, n->cond, false, &no);
    emit_substatement(f, n->then);
    if (n->otherwise) {
        emit_jump(f, OP_JMP, 0, &end);
        emit_bind(f, &no);
        emit_substatement(f, n->otherwise);
        emit_bind(f, &end);
    } else {
        emit_bind(f, &no);
    }
}

static bool is_always_true(const Node *cond) {
    int64_t c;
    return !cond || (emit_const_int(cond, &c) && c != 0);
}

// labels[0] is where break goes, labels[1] continue's.
static void loop_begin(Func *f, Scope *scope, const Node *n, Label *labels) {
    emit_scope_begin(f, scope, n);
    labels[0] = labels[1] = LABEL_NEW;
    scope->on_break = &labels[0];
    scope->on_continue = &labels[1];
    scope->continue_local_count = f->locals.count;
}

// A loop that is not reached from above may still be entered through a label inside it.
static bool is_entered(const Func *f, const Node *n) {
    return f->reachable || emit_contains(n->then, NULL);
}

static void loop_end(Func *f, Scope *scope, bool is_outermost) {
    if (is_outermost) {
        f->kept.count = 0;
        f->in_loop = false;
    }
    emit_bind(f, scope->on_break);
    emit_scope_end(f, scope);
}

// do enters at the body, while at the test, unless that is always true.
static void while_stmt(Func *f, Node *n) {
    Scope scope;
    Label labels[2], body = LABEL_NEW;
    loop_begin(f, &scope, n, labels);
    bool is_outermost = !f->in_loop, reachable = is_entered(f, n);
    bool has_lanes = n->kind == ND_WHILE && emit_lanes_likely(f, n);
    emit_loop_keep(f, n);
    LoopCode code = emit_lanes_begin(f, &labels[0]);
    if (n->kind == ND_WHILE && !is_always_true(n->cond)) {
        emit_jump(f, OP_JMP, 0, has_lanes ? &code.guard : &labels[1]);
    }
    emit_bind_head(f, &body, reachable);
    code.begin = f->code.count;
    emit_substatement(f, n->then);
    emit_bind_head(f, &labels[1], code.guard.fixup >= 0);
    code.test = f->code.count;
    emit_cond(f, n->cond, true, &body);
    if (has_lanes) {
        emit_lanes(f, &code);
    }
    loop_end(f, &scope, is_outermost);
}

// Whether the first test of `for (int i = 0; i < 10; ...)` is known to pass.
static bool enters_at_once(const Node *n) {
    const Node *init = n->init_stmt, *cond = n->cond;
    int64_t from, to;
    if (!init || init->next || !cond->lhs || cond->lhs->kind != ND_NAME ||
        cond->kind < ND_LT || cond->kind > ND_NE || !type_is_integer(cond->lhs->type) ||
        !emit_const_int(cond->rhs, &to)) {
        return false;
    }
    const Node *value = NULL;
    if (init->kind == ND_DECL && init->decl_sym == cond->lhs->sym) {
        value = init->init;
    } else if (init->kind == ND_EXPR_STMT && init->lhs->kind == ND_ASSIGN &&
               init->lhs->lhs->kind == ND_NAME && init->lhs->lhs->sym == cond->lhs->sym) {
        value = init->lhs->rhs;
    }
    if (!value || value->kind == ND_INIT || !emit_const_int(value, &from)) {
        return false;
    }
    Node lhs = {.kind = ND_INT, .type = cond->lhs->type, .value = (uint64_t)from};
    Node test = {.kind = cond->kind, .type = cond->type, .lhs = &lhs, .rhs = cond->rhs};
    int64_t passes;
    return emit_const_int(&test, &passes) && passes != 0;
}

// The loop's variables are one set for all rounds (C17 6.8.5.3), not new ones each.
static void for_stmt(Func *f, Node *n) {
    Scope scope;
    Label labels[2], body = LABEL_NEW, test = LABEL_NEW;
    loop_begin(f, &scope, n, labels);
    for (Node *init = n->init_stmt; init; init = init->next) {
        emit_stmt(f, init); // the body, which may use its variables, is not in this list
    }
    scope.continue_local_count = f->locals.count;
    bool is_outermost = !f->in_loop, reachable = is_entered(f, n);
    uint32_t hoisted = f->hoisted.count;
    Node *product = emit_hoistable(n);
    emit_loop_keep(f, n);
    bool is_tested = !is_always_true(n->cond) && !enters_at_once(n);
    bool has_lanes = emit_lanes_likely(f, n);
    if (product) {
        if (is_tested) {
            emit_cond(f, n->cond, false, &labels[0]);
        }
        emit_hoist(f, product);
    }
    LoopCode code = emit_lanes_begin(f, &labels[0]);
    if (has_lanes) {
        emit_jump(f, OP_JMP, 0, &code.guard);
    } else if (is_tested && !product) {
        emit_jump(f, OP_JMP, 0, &test);
    }
    emit_bind_head(f, &body, reachable);
    code.begin = f->code.count;
    emit_substatement(f, n->then);
    emit_bind(f, &labels[1]);
    if (n->step) {
        uint32_t locals = f->locals.count;
        bool in_branch = f->in_branch;
        f->in_branch = true; // a compound literal here would pile up
        emit_effect(f, n->step);
        f->in_branch = in_branch;
        emit_locals_end(f, locals);
    }
    emit_bind_head(f, &test, code.guard.fixup >= 0); // perhaps guard's place, too
    code.test = f->code.count;
    if (n->cond) {
        emit_cond(f, n->cond, true, &body);
    } else {
        f->span = n->op_span;
        emit_jump(f, OP_JMP, 0, &body);
    }
    if (has_lanes) {
        emit_lanes(f, &code);
    }
    f->hoisted.count = hoisted;
    loop_end(f, &scope, is_outermost);
}

static void break_or_continue(Func *f, Node *n) {
    const Scope *scope = scope_of_target(f, n);
    f->span = n->span;
    emit_leave(f, scope, n->kind == ND_BREAK ? scope->on_break : scope->on_continue,
               scope->continue_local_count);
}

// A full expression ends here (C17 6.8p4), and with it what was made for it alone.
static void expr_stmt(Func *f, Node *n) {
    uint32_t locals = f->locals.count, vlas = f->vlas.count;
    if (n->show_value) {
        emit_show(f, n);
    } else if (n->lhs) {
        emit_effect(f, n->lhs);
    }
    emit_temps_end(f, locals);
    while (f->vlas.count >
           vlas) { // of type names in the expression: their registers were temporaries
        f->vlas.data[--f->vlas.count]->slot = 0;
    }
}

// A loop, not recursion: `case 0: case 1: ... case 255:` nests as deep as it is long.
static void labelled(Func *f, Node *n) {
    while (n && (n->kind == ND_LABEL || n->kind == ND_CASE || n->kind == ND_DEFAULT)) {
        if (n->kind == ND_LABEL) {
            emit_user_label(f, n);
            n = n->label_body;
        } else {
            emit_label_bind(f, n->emit_data);
            n = n->then;
        }
    }
    if (n) {
        emit_stmt(f, n);
    }
}

// `throw;` goes on with the error of the catch around, traceback and all.
static void throw_stmt(Func *f, Node *n) {
    uint32_t mark = f->regs.top;
    if (n->lhs) {
        Reg r = emit_expr(f, n->lhs, REG_NONE);
        f->span = n->span;
        emit_op(f, OP_THROW, r, 0, 0);
    } else {
        assert(f->catch_slot != REG_NONE);
        emit_op(f, OP_RETHROW, f->catch_slot, 0, 0);
    }
    f->regs.top = mark;
}

// What is not of C: errors, structure, magics.
static void other_stmt(Func *f, Node *n) {
    switch (n->kind) {
    case ND_FOR_IN:
        emit_for_in(f, n);
        break;
    case ND_TRY:
        emit_try(f, n);
        break;
    case ND_THROW:
        throw_stmt(f, n);
        break;
    case ND_DEFER:
        emit_defer(f, n);
        break;
    case ND_MAGIC:
        emit_magic(f, n);
        break;
    case ND_TIMED:
        emit_timed(f, n);
        break;
    default:
        break; // ND_EMPTY, ND_STATIC_ASSERT
    }
}

void emit_stmt(Func *f, Node *n) {
    if (f->too_large) {
        return;
    }
    f->span = n->span;
    switch (n->kind) {
    case ND_BLOCK:
        block(f, n);
        break;
    case ND_EXPR_STMT:
        expr_stmt(f, n);
        break;
    case ND_DECL:
        emit_declaration(f, n);
        break;
    case ND_IF:
        if_stmt(f, n);
        break;
    case ND_WHILE:
    case ND_DO:
        while_stmt(f, n);
        break;
    case ND_FOR:
        for_stmt(f, n);
        break;
    case ND_SWITCH:
        emit_switch(f, n);
        break;
    case ND_CASE:
    case ND_DEFAULT:
    case ND_LABEL:
        labelled(f, n);
        break;
    case ND_BREAK:
    case ND_CONTINUE:
        break_or_continue(f, n);
        break;
    case ND_RETURN:
        emit_return(f, n);
        break;
    case ND_GOTO:
        emit_goto(f, n);
        break;
    default:
        other_stmt(f, n);
        break;
    }
}
