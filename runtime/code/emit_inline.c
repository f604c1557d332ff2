// emit_inline.c: calls compiled in place. A small function that is defined in the same
// unit needs no frame: its body is emitted where the call stands, its parameters are the
// argument's own registers where nobody can tell, its result goes where the caller wants it.
//
//     pc_begin: ... the callee's body ...          <- a row of Proto.inlined
//     pc_end:   ... the caller goes on ...
//               ...
//     pc_call:  MOV R9, R2  CALL R9  MOV R4, R9  LJMP pc_end      behind the function's end
//
// Nobody sees the difference:
//  - Tracebacks find the row and name the callee, its line, its variables (vm/trace.c).
//  - When a later cell defines the function anew, vm_link makes the word at pc_begin a JMP
//    to pc_call, the real call: see link.c. A frame that is inside then finishes the old
//    body, as the frame of a real call would. So this costs nothing until it happens.
//  - Arguments are evaluated in the order of a real call.
//
// What is small: a few statements without loops, labels, errors or awaits, which return on
// every path. Structs that are passed and returned stand in registers where they can
// (emit_fields.c), and else where the caller has them, if the callee only reads. An
// argument &p->m is the register of p and a displacement. A small function that calls
// itself is compiled into itself, once on a way down: half of its calls are real ones.
//
// Read next: emit_call.c (real calls), emit_jump.c (return).
#include "code/emit.h"
#include <string.h>

enum {
    MOST_NODES = 90,
    MOST_RECURSIVE_NODES = 45,
    MOST_OWN_CALLS = 3,
    MOST_DEPTH = 5,
    MOST_INLINED = 2000,
    MOST_PARAMS = 8
};

// Sym.inline_state: what is known of a function.
enum {
    LOOKED_AT = 1,
    IS_SMALL = 2,
    READS_PARAMS = 4,
    LOOKED_AT_PARAMS = 8,
    CALLS_ITSELF = 16
};

// ---------------------------------------------------------------- which functions

static bool visit_body(Walk *w, Node *n) {
    switch (n->kind) {
    case ND_WHILE:
    case ND_DO:
    case ND_FOR:
    case ND_FOR_IN:
    case ND_SWITCH:
    case ND_CASE:
    case ND_DEFAULT:
    case ND_LABEL:
    case ND_GOTO:
    case ND_TRY:
    case ND_THROW:
    case ND_DEFER:
    case ND_TASKGROUP:
    case ND_DEADLINE:
    case ND_SHIELD:
    case ND_MAGIC:
    case ND_TIMED:
    case ND_STMT_EXPR:
    case ND_AWAIT:
    case ND_SPAWN:
    case ND_YIELD:
    case ND_YIELD_FROM:
    case ND_VA_ARG:
    case ND_SIZEOF_EXPR:
    case ND_SIZEOF_TYPE:
        w->found = true;
        break;
    case ND_DECL:
        w->found = w->found || !n->decl_sym || n->decl_sym->kind != SYM_VAR ||
                   n->decl_sym->storage != STORE_AUTO || n->decl_sym->is_extern ||
                   n->decl_sym->type->kind == TY_ARRAY;
        break;
    case ND_CALL:
        w->found = w->found || n->makes_coroutine || n->suspends ||
                   (n->call_kind == CALL_NATIVE && n->call_sym->builtin != BI_NONE);
        w->mentions += n->call_kind == CALL_FUNC && n->call_sym->id == w->sym->id;
        break;
    default:
        break;
    }
    return !w->found;
}

static bool list_returns(const Node *list);

static bool always_returns(const Node *n) {
    if (!n) {
        return false;
    }
    if (n->kind == ND_BLOCK) {
        return list_returns(n->then);
    }
    return n->kind == ND_RETURN ||
           (n->kind == ND_IF && always_returns(n->then) && always_returns(n->otherwise));
}

// Its last statement does.
static bool list_returns(const Node *list) {
    while (list && list->next) {
        list = list->next;
    }
    return always_returns(list);
}

// Has only values that fit a register: what stands around a call of itself is easy to keep.
static bool is_scalar_function(const Node *function) {
    const Type *result = function->decl_sym->type->base;
    bool is_scalar = result->kind == TY_VOID || type_is_scalar(result);
    for (uint32_t i = 0; i < function->param_count; i++) {
        is_scalar = is_scalar && type_is_scalar(function->params[i]->type);
    }
    return is_scalar;
}

static bool is_small(Node *function) {
    Sym *sym = function->decl_sym;
    const Type *type = sym->type;
    if (type->is_async || type->is_generator || type->is_variadic || type->is_old_style ||
        type->is_noreturn || function->has_yield || function->param_count > MOST_PARAMS ||
        strcmp(sym->name->text, "main") == 0) {
        return false;
    }
    for (uint32_t i = 0; i < function->param_count; i++) {
        if (!function->params[i] || function->params[i]->type->is_vla ||
            function->params[i]->length ||
            (type_is_pointer(function->params[i]->type) &&
             function->params[i]->type->base->is_vla)) {
            return false;
        }
    }
    Walk w = {.visit = visit_body, .budget = MOST_NODES, .sym = sym};
    emit_walk(&w, function->body);
    if (w.mentions > 0) {
        sym->inline_state |= CALLS_ITSELF;
        w.found = w.found || w.mentions > MOST_OWN_CALLS ||
                  MOST_NODES - w.budget > MOST_RECURSIVE_NODES ||
                  !is_scalar_function(function);
    }
    return !w.found && w.budget >= 0 &&
           (type->base->kind == TY_VOID || always_returns(function->body));
}

// The definition in this unit of the function called, if it is small; else NULL.
static Node *small_function(Func *f, const Node *call) {
    uint64_t at;
    if (call->call_kind != CALL_FUNC || call->makes_coroutine ||
        emit_callee_type(call)->is_old_style || // its arguments are checked by the call
        !map_get(&f->unit->function_at, call->call_sym->id, &at)) {
        return NULL;
    }
    Node *function = (Node *)(uintptr_t)at;
    Sym *sym = function->decl_sym;
    if (!(sym->inline_state & LOOKED_AT)) {
        sym->inline_state |= LOOKED_AT;
        sym->inline_state |= is_small(function) ? IS_SMALL : 0;
    }
    return sym->inline_state & IS_SMALL && call->arg_count == function->param_count
               ? function
               : NULL;
}

// A function is compiled in place once on a way down. One that calls itself saves every
// other call so, in its own body: there and nowhere else. Where a handler is around, the
// real call would be out of its range.
static Node *inlinable(Func *f, const Node *call) {
    Node *function = small_function(f, call);
    uint32_t depth = 0;
    if (!function || f->guards || f->inlined.count >= MOST_INLINED) {
        return NULL;
    }
    bool is_own = function->decl_sym->id == f->id;
    bool calls_itself = (function->decl_sym->inline_state & CALLS_ITSELF) != 0;
    if (is_own != calls_itself || (is_own && f->inlining)) {
        return NULL;
    }
    for (const Inlining *i = f->inlining; i; i = i->outer) {
        if (++depth >= MOST_DEPTH || i->function == function) {
            return NULL;
        }
    }
    return function;
}

bool emit_inlines(Func *f, const Node *call) {
    return inlinable(f, call) != NULL;
}

Node *emit_inline_body(Func *f, const Node *call) {
    Node *function = inlinable(f, call);
    return function ? function->body : NULL;
}

// ---------------------------------------------------------------- struct results

static Node *declaration_of(Node *block, const Sym *sym) {
    for (Node *n = block->then; n; n = n->next) {
        if (n->kind == ND_DECL && n->decl_sym == sym) {
            return n;
        }
    }
    return NULL;
}

// A value of members, or a variable of the outermost block that will stand in registers.
static bool visit_returns(Walk *w, Node *n) {
    if (n->kind != ND_RETURN) {
        return true;
    }
    Node *value = n->lhs;
    if (value && value->kind == ND_NAME && value->sym->kind == SYM_VAR) {
        Node *decl = declaration_of(w->function->body, value->sym);
        w->found = w->found || !decl || !emit_declares_fields(w->f, decl);
    } else {
        w->found = w->found || !value || !emit_is_fields(w->f, value);
    }
    return false;
}

// While the question is asked, calls inside are looked at as they will be emitted: below
// this one.
bool emit_inlines_to_fields(Func *f, const Node *call) {
    Fields fields;
    Node *function = inlinable(f, call);
    if (!function || !emit_fields_of(call->type, &fields)) {
        return false;
    }
    Inlining here = {.outer = f->inlining, .function = function};
    f->inlining = &here;
    for (uint32_t i = 0; i < function->param_count; i++) {
        function->params[i]->in_fields = false; // nobody knows yet
    }
    Walk w = {.visit = visit_returns, .budget = MOST_NODES, .f = f, .function = function};
    emit_walk(&w, function->body);
    f->inlining = here.outer;
    return !w.found && w.budget >= 0;
}

// ---------------------------------------------------------------- arguments

static bool visit_assigned(Walk *w, Node *n) {
    const Node *target = node_assigns(n) ? n->lhs : NULL;
    while (target && target->kind == ND_MEMBER) {
        target = target->lhs;
    }
    w->found = w->found || (target && target->kind == ND_NAME && target->sym == w->sym);
    return !w->found;
}

static bool is_assigned(Node *function, const Sym *param) {
    Walk w = {.visit = visit_assigned, .budget = MOST_NODES, .sym = param};
    emit_walk(&w, function->body);
    return w.found || w.budget < 0;
}

static bool reads_params(Node *function) {
    Sym *sym = function->decl_sym;
    if (!(sym->inline_state & LOOKED_AT_PARAMS)) {
        sym->inline_state |= LOOKED_AT_PARAMS;
        sym->inline_state |= emit_params_are_read_only(function) ? READS_PARAMS : 0;
    }
    return sym->inline_state & READS_PARAMS;
}

static bool lives_in_memory(const Sym *sym) {
    return sym->in_memory || sym->address_taken || type_is_aggregate(sym->type);
}

// A parameter that an argument is bound to: it needs no place of its own.
static void bind(Func *f, Sym *sym, const Argument *a) {
    sym->slot = a->reg;
    sym->in_fields = a->kind == ARGUMENT_FIELDS;
    sym->displacement = a->displacement;
    if (sym->name) {
        vec_push(f->vars, ((VarEntry){.name = sym->name->text,
                                      .slot = a->reg,
                                      .in_memory = a->kind == ARGUMENT_MEMORY,
                                      .in_fields = sym->in_fields,
                                      .displacement = sym->displacement,
                                      .inlined = f->inlining->number,
                                      .pc_begin = emit_pc(f),
                                      .pc_end = UINT32_MAX,
                                      .layout = emit_layout(f, sym->type)}));
    }
}

// Where the caller has a struct: its members are read there.
static Argument memory_argument(Func *f, Node *arg) {
    Place p = emit_place(f, arg);
    if (p.kind == PLACE_MEM && emit_fits16(p.offset) &&
        emit_fits16(p.offset + (int64_t)arg->type->size_bytes)) {
        return (Argument){ARGUMENT_MEMORY, p.base, (int32_t)p.offset, arg->type};
    }
    return (Argument){ARGUMENT_MEMORY, emit_address(f, &p, REG_NONE), 0, arg->type};
}

static bool is_lvalue(const Node *n) {
    return n->kind == ND_NAME || n->kind == ND_DEREF || n->kind == ND_INDEX ||
           n->kind == ND_MEMBER;
}

static Argument record_argument(Func *f, Node *function, Sym *param, Node *arg) {
    Fields fields;
    if (emit_is_fields(f, arg) && !param->address_taken &&
        emit_fields_suffice(f, function->body->then, param) &&
        emit_fields_of(param->type, &fields)) {
        if (arg->kind == ND_NAME && !is_assigned(function, param)) {
            return (Argument){ARGUMENT_FIELDS, arg->sym->slot, 0, arg->type};
        }
        Reg first = regs_take(&f->regs, fields.count);
        emit_fields(f, arg, first);
        return (Argument){ARGUMENT_FIELDS, first, 0, arg->type};
    }
    if (is_lvalue(arg) && !(arg->kind == ND_NAME && arg->sym->in_fields)) {
        return memory_argument(f, arg);
    }
    return (Argument){ARGUMENT_MEMORY, emit_expr(f, arg, REG_NONE), 0, arg->type};
}

// &p->x: a register and a displacement already say where it points, so that the callee's
// accesses need no sum. Nobody changes that register before the call ends (is_safe).
static bool address_argument(Func *f, Node *function, const Sym *param, Node *arg,
                             Argument *out) {
    if (arg->kind != ND_ADDR || arg->lhs->kind != ND_MEMBER || lives_in_memory(param) ||
        is_assigned(function, param)) {
        return false;
    }
    Place p = emit_place(f, arg->lhs);
    bool is_short = p.kind == PLACE_MEM && emit_fits16(p.offset);
    *out = (Argument){ARGUMENT_REG, is_short ? p.base : emit_address(f, &p, REG_NONE),
                      is_short ? (int32_t)p.offset : 0, arg->type};
    return true;
}

// A parameter that the callee assigns to gets a register of its own, and so does a
// variable that the arguments still to be evaluated may change.
static Argument argument(Func *f, Node *function, uint32_t i, bool is_safe) {
    Sym *param = function->params[i];
    Node *arg = f->args.data[f->args.count - function->param_count + i];
    if (type_is_record(arg->type)) {
        return record_argument(f, function, param, arg);
    }
    uint32_t mark = f->regs.top;
    Argument address;
    if (is_safe && address_argument(f, function, param, arg, &address)) {
        return address;
    }
    Reg r = emit_expr(f, arg, REG_NONE);
    if (r < mark &&
        (!is_safe || (!lives_in_memory(param) && is_assigned(function, param)))) {
        Reg own = regs_take(&f->regs, 1);
        emit_move(f, own, r);
        r = own;
    }
    return (Argument){ARGUMENT_REG, r, 0, arg->type};
}

// In the order of a real call (emit_call.c): with side effects from the last to the first,
// and what is trivial at the very end.
static void arguments(Func *f, Node *call, Node *function, Argument *out) {
    bool has_effects = false;
    for (Node *arg = call->args; arg; arg = arg->next) {
        vec_push(f->args, arg);
        has_effects = has_effects || emit_has_effects(arg);
    }
    uint32_t count = call->arg_count, base = f->args.count - count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = has_effects ? count - 1 - i : i;
        if (!has_effects || !emit_is_trivial(f->args.data[base + at])) {
            out[at] = argument(f, function, at, !has_effects);
        }
    }
    for (uint32_t i = 0; has_effects && i < count; i++) {
        if (emit_is_trivial(f->args.data[base + i])) {
            out[i] = argument(f, function, i, true);
        }
    }
    f->args.count = base;
}

// Copies what the callee may write, as the prologue of a function does (emit_func.c).
static void params_begin(Func *f, Node *function, const Argument *args) {
    for (uint32_t i = 0; i < function->param_count; i++) {
        Sym *sym = function->params[i];
        const Argument *a = &args[i];
        bool is_record = type_is_record(sym->type);
        f->span = sym->span;
        if (is_record ? a->kind == ARGUMENT_FIELDS || reads_params(function)
                      : !lives_in_memory(sym)) {
            bind(f, sym, a);
            continue;
        }
        emit_var_begin(f, sym, true);
        if (is_record) {
            Place from = {.kind = PLACE_MEM,
                          .type = sym->type,
                          .base = a->reg,
                          .index = REG_NONE,
                          .offset = a->displacement,
                          .span = sym->span};
            uint32_t mark = f->regs.top;
            emit_copy(f, sym->slot, emit_address(f, &from, REG_NONE),
                      sym->type->size_bytes);
            f->regs.top = mark;
        } else {
            emit_op(f, emit_store_op(sym->type), a->reg, sym->slot, 0);
        }
        emit_seal(f, sym->type, sym->slot);
    }
}

// ---------------------------------------------------------------- the body

// What the emitter knows of the function around, while it is the callee.
typedef struct Around {
    Type *type;
    bool is_main, is_entry, is_generator_body, in_branch, box_temps;
    Reg result_reg, va_reg, catch_slot;
} Around;

static Around enter(Func *f, Inlining *here) {
    Around around = {f->type,      f->is_main,   f->is_entry,   f->is_generator_body,
                     f->in_branch, f->box_temps, f->result_reg, f->va_reg,
                     f->catch_slot};
    f->type = here->function->decl_sym->type;
    f->is_main = f->is_entry = f->is_generator_body = f->in_branch = f->box_temps = false;
    f->result_reg = f->va_reg = f->catch_slot = REG_NONE;
    f->inlining = here;
    return around;
}

static void leave(Func *f, const Inlining *here, const Around *around) {
    f->type = around->type;
    f->is_main = around->is_main;
    f->is_entry = around->is_entry;
    f->is_generator_body = around->is_generator_body;
    f->in_branch = around->in_branch;
    f->box_temps = around->box_temps;
    f->result_reg = around->result_reg;
    f->va_reg = around->va_reg;
    f->catch_slot = around->catch_slot;
    f->inlining = here->outer;
}

// A way out of the callee.
void emit_inline_leave(Func *f) {
    emit_locals_leave(f, f->inlining->local_count);
    emit_jump(f, OP_JMP, 0, &f->inlining->end);
}

void emit_inline_return(Func *f, Node *n) {
    const Inlining *here = f->inlining;
    uint32_t mark = f->regs.top, locals = f->locals.count;
    if (!n->lhs) {
        // nothing to evaluate
    } else if (here->fields != REG_NONE) {
        emit_fields(f, n->lhs, here->fields);
    } else if (here->into != REG_NONE) {
        emit_record(f, n->lhs, here->into);
    } else if (here->result != REG_NONE && n->lhs->type->kind != TY_VOID) {
        emit_expr(f, n->lhs, here->result);
    } else {
        emit_effect(f, n->lhs);
    }
    f->span = n->span;
    emit_inline_leave(f);
    f->locals.count = locals;
    f->regs.top = mark;
}

// A variable of the callee that has no value yet: messages show it from its first
// assignment on to the end of its block, wherever that is in the code.
static bool has_unset(const Func *f) {
    for (uint32_t i = f->scope->var_count; f->uninit_count && i < f->vars.count; i++) {
        if (f->vars.data[i].pc_begin == UINT32_MAX) {
            return true;
        }
    }
    return false;
}

// `if (c) { a; b; return x; }` asks for the unusual, as a rule, if more is to be done than
// to return. So it stands behind what follows, and the usual way falls through from test
// to test: a run (fuse.c).
bool emit_inline_early_return(Func *f, Node *n) {
    const Inlining *in = f->inlining;
    if (!in || f->scope->node != in->function->body || n->kind != ND_IF || n->otherwise ||
        n->then->kind != ND_BLOCK || !n->then->then || !n->then->then->next ||
        !always_returns(n->then) || !list_returns(n->next) || has_unset(f)) {
        return false;
    }
    Label aside = LABEL_NEW;
    uint32_t mark = f->regs.top, locals = f->locals.count, vars = f->vars.count;
    emit_cond(f, n->cond, true, &aside);
    emit_block_list(f, n->next);
    emit_vars_end(f, vars);
    f->locals.count = locals;
    f->regs.top = mark;
    emit_bind(f, &aside);
    emit_substatement(f, n->then);
    return true;
}

static void body(Func *f, Inlining *here, const Argument *args) {
    Node *function = here->function;
    Scope scope;
    Around around = enter(f, here);
    emit_scope_begin(f, &scope, function->body);
    params_begin(f, function, args);
    emit_block_list(f, function->body->then);
    // The returns have ended the locals that lived there. Where nothing is left to end, the
    // last return's jump leads to the next word and is dropped.
    if (!f->reachable || f->locals.count == scope.local_count) {
        f->locals.count = scope.local_count;
        emit_bind(f, &here->end);
        emit_scope_end(f, &scope);
    } else {
        emit_scope_end(f, &scope);
        emit_bind(f, &here->end);
    }
    leave(f, here, &around);
}

// The variables of a function that is compiled into itself exist twice. Those around the
// call have their registers back behind it.
static bool visit_variable(Walk *w, Node *n) {
    if (n->kind == ND_DECL) {
        Sym *sym = n->decl_sym;
        vec_push(w->f->homes,
                 ((Home){sym, sym->slot, sym->displacement, sym->in_fields}));
    }
    return true;
}

static void own_body(Func *f, Inlining *here, const Argument *args) {
    Node *function = here->function;
    uint32_t base = f->homes.count;
    for (uint32_t i = 0; i < function->param_count; i++) {
        Sym *sym = function->params[i];
        vec_push(f->homes, ((Home){sym, sym->slot, sym->displacement, sym->in_fields}));
    }
    Walk w = {.visit = visit_variable, .budget = MOST_NODES, .f = f};
    emit_walk(&w, function->body);
    body(f, here, args);
    while (f->homes.count > base) {
        const Home *home = &f->homes.data[--f->homes.count];
        home->sym->slot = home->slot;
        home->sym->displacement = home->displacement;
        home->sym->in_fields = home->in_fields;
    }
}

// The row, and what the real call will need.
static void inline_call(Func *f, Node *call, Inlining *here) {
    Argument *args = arena_array(f->unit->arena, Argument, MOST_PARAMS);
    arguments(f, call, here->function, args);
    if (!f->reachable) { // an argument returns, or jumps: g(({ return 1; 2; }))
        return;
    }
    uint32_t number = f->inlined.count, outer = here->outer ? here->outer->number : 0;
    InlinedCall made = {.row = {.pc_begin = emit_pc(f),
                                .outer = outer,
                                .fn_id = call->call_sym->id,
                                .span = call->span},
                        .call = call,
                        .args = args,
                        .result = here->result,
                        .fields = here->fields,
                        .into = here->into,
                        .top = f->regs.top};
    vec_push(f->inlined, made);
    here->number = number + 1;
    here->end = LABEL_NEW;
    here->local_count = f->locals.count;
    if (call->call_sym->id == f->id) {
        own_body(f, here, args);
    } else {
        body(f, here, args);
    }
    if (f->code.count == made.row.pc_begin) { // there must be a word to replace
        emit_op(f, OP_NOP, 0, 0, 0);
    }
    f->inlined.data[number].row.pc_end = emit_pc(f);
}

bool emit_inline(Func *f, Node *call, Reg want, Reg into, Reg *out) {
    Node *function = f->reachable ? inlinable(f, call) : NULL;
    if (!function) {
        return false;
    }
    uint32_t mark = f->regs.top;
    bool has_value = type_is_scalar(call->type);
    Inlining here = {.outer = f->inlining,
                     .function = function,
                     .result = REG_NONE,
                     .fields = REG_NONE,
                     .into = into};
    if (into != REG_NONE && into >= f->regs.top) {
        f->regs.top = into + 1;
    } else if (has_value && want == REG_NONE) {
        here.result = regs_take(&f->regs, 1);
    } else if (has_value) {
        here.result = want;
        regs_touch(&f->regs, want + 1);
    }
    inline_call(f, call, &here);
    f->regs.top = mark;
    *out = into != REG_NONE ? into : has_value ? emit_result(f, here.result, want) : 0;
    return true;
}

void emit_inline_fields(Func *f, Node *call, Reg first) {
    uint32_t mark = f->regs.top;
    Inlining here = {.outer = f->inlining,
                     .function = f->reachable ? inlinable(f, call) : NULL,
                     .result = REG_NONE,
                     .fields = first,
                     .into = REG_NONE};
    if (here.function) {
        inline_call(f, call, &here);
    } else if (f->reachable) { // the limits have been reached meanwhile
        emit_fields_load(f, call->type, first, emit_expr(f, call, REG_NONE));
    }
    f->regs.top = mark;
}

// ---------------------------------------------------------------- the real call

static void real_argument(Func *f, const Argument *a, Reg to) {
    uint32_t mark = f->regs.top;
    if (a->kind == ARGUMENT_FIELDS) {
        emit_local(f, to, emit_site(f, NULL, a->type, f->span));
        emit_fields_store(f, a->type, a->reg, to);
    } else if (a->displacement != 0) {
        emit_op(f, OP_PADDI, to, a->reg, (uint32_t)a->displacement);
    } else {
        emit_move(f, to, a->reg);
    }
    f->regs.top = mark;
}

static void real_call(Func *f, InlinedCall *c) {
    uint32_t locals = f->locals.count;
    bool has_locals = f->has_locals; // here they end before the function returns
    bool is_record = type_is_record(c->call->type);
    f->reachable = true;
    f->span = c->row.span;
    f->regs.top = c->top;
    c->row.pc_call = emit_pc(f);
    Reg object = c->into;
    if (c->fields != REG_NONE) {
        object = regs_take(&f->regs, 1);
        emit_local(f, object, emit_site(f, NULL, c->call->type, f->span));
    }
    Reg window = f->regs.top + WINDOW_LINKAGE;
    f->regs.top = window + is_record + c->call->arg_count + 1;
    regs_touch(&f->regs, f->regs.top);
    for (uint32_t i = 0; i < c->call->arg_count; i++) {
        real_argument(f, &c->args[i], window + is_record + i);
    }
    if (is_record) {
        emit_move(f, window, object);
    }
    uint32_t fn = emit_const_ref(f, KC_FN, c->row.fn_id, 0);
    emit_op_ext(f, insn_make_wide(OP_CALL, window, (int32_t)fn),
                c->result != REG_NONE || is_record ? CALL_USED : 0);
    if (c->result != REG_NONE) {
        emit_move(f, c->result, window);
    } else if (c->fields != REG_NONE) {
        emit_fields_load(f, c->call->type, c->fields, object);
    }
    emit_locals_end(f, locals);
    f->has_locals = has_locals;
    Label back = {.pc = (int32_t)c->row.pc_end, .fixup = -1};
    emit_jump(f, OP_JMP, 0, &back);
}

// Behind the function's last instruction.
void emit_inline_calls(Func *f) {
    for (uint32_t i = 0; i < f->inlined.count; i++) {
        real_call(f, &f->inlined.data[i]);
    }
}
