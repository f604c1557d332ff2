// check_func.c: definitions of functions (C17 6.9.1), also in K&R's style.
//
// What enters: an ND_FUNC. What leaves: its ->decl_sym, its parameters' symbols, and its
// body, typed.
//
// What always holds: parameters live in the scope of the body's outermost block
// (C17 6.2.1p4). The function's name is bound before its body is read, so it can call
// itself. A K&R parameter that is narrower than its promoted type is passed promoted,
// under a hidden name, and converted by a declaration in front of the body.
//
// Read next: check_stmt.c, check_flow.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- K&R parameters

static Node *find_old_style(const Declarator *d, const Name *name) {
    for (Node *decl = d->old_style_decls; decl != NULL; decl = decl->next) {
        if (decl->kind == ND_DECL && decl->declarator != NULL &&
            decl->declarator->name == name)
            return decl;
    }
    return NULL;
}

// Each parameter has one declaration (C17 6.7p3).
static void check_old_style_twice(Checker *c, const Declarator *d, const Node *decl) {
    const Name *name = decl->declarator->name;
    const Node *first = find_old_style(d, name);
    if (first == decl || first == NULL)
        return;
    Diag *diag = diag_add(c->diags, DIAG_REDEFINED, decl->declarator->span, name->text);
    diag_note(c->diags, diag, first->declarator->span, "the first one is here");
}

// Every declaration must be of a parameter, without an initialiser (C17 6.9.1p6).
static void check_old_style_decls(Checker *c, const Declarator *d) {
    for (const Node *decl = d->old_style_decls; decl != NULL; decl = decl->next) {
        if (decl->kind != ND_DECL || decl->declarator == NULL)
            continue;
        bool is_param = false;
        for (const ParamDecl *param = d->parts->params; param != NULL;
             param = param->next)
            is_param = is_param || param->declarator->name == decl->declarator->name;
        check_old_style_twice(c, d, decl);
        if (!is_param)
            diag_add(c->diags, DIAG_NOT_A_PARAM, decl->declarator->span,
                     decl->declarator->name->text);
        if (decl->init != NULL)
            diag_add(c->diags, DIAG_PARAM_INIT, decl->init->span,
                     decl->declarator->name->text);
        if ((decl->spec->storage & ~(uint32_t)STORAGE_REGISTER) != 0)
            diag_add(c->diags, DIAG_PARAM_STORAGE, decl->spec->span);
    }
}

// C17 6.9.1p6: a parameter that is not declared would be int; the parser has asked for a
// declaration.
static Type *old_style_type(Checker *c, Node *decl) {
    if (decl == NULL)
        return c->type_int;
    Type *type = check_spec(c, decl->spec);
    if (type == NULL)
        return c->type_error;
    type = check_declarator(c, type, decl->declarator, decl->spec, NULL);
    if (type->kind == TY_ARRAY)
        return type_pointer_to(c->types, type->base);
    return type->kind == TY_FUNC ? type_pointer_to(c->types, type) : type;
}

// What a caller without a prototype passes for this type (C17 6.5.2.2p6).
static Type *passed_type(Checker *c, Type *type) {
    if (type->kind == TY_FLOAT)
        return c->type_double;
    return type_is_integer(type) ? type_promote(c->types, type) : type;
}

// `char c = <hidden parameter>;` in front of the body.
static Node *narrowing_decl(Checker *c, Sym *hidden, Sym *sym, DeclSpec *spec) {
    Node *value = check_node(c, ND_NAME, sym->span, hidden->type);
    value->sym = hidden;
    Node *decl = check_node(c, ND_DECL, sym->span, NULL);
    decl->spec = spec;
    decl->decl_sym = sym;
    decl->init = conv_to(c, value, sym->type);
    return decl;
}

// Binds the parameters and returns the function's type; declarations to run first go to
// *prologue.
static Type *old_style_params(Checker *c, Node *func, const Type *plain, FuncParams *out,
                              Node **prologue) {
    Declarator *d = func->declarator;
    Type proto = {.kind = TY_FUNC,
                  .base = plain->base,
                  .is_old_style = true,
                  .is_async = plain->is_async};
    Param **tail = &proto.params;
    check_old_style_decls(c, d);
    for (const ParamDecl *each = d->parts->params; each != NULL; each = each->next) {
        Node *decl = find_old_style(d, each->declarator->name);
        Type *type = old_style_type(c, decl);
        Type *passed = passed_type(c, type);
        Sym *sym = check_new_local(c, each->declarator->name, type, each->span);
        Sym *param_sym = sym;
        if (passed->unqual != type->unqual && type->kind != TY_ERROR) {
            param_sym = check_new_local(c, NULL, passed, each->span);
            Node *narrow = narrowing_decl(c, param_sym, sym, decl->spec);
            narrow->next = *prologue;
            *prologue = narrow;
        }
        param_sym->is_param = true;
        if (scope_find_here(c->scope, sym->name) != NULL)
            diag_add(c->diags, DIAG_DUPLICATE_PARAM, each->span, sym->name->text);
        scope_bind(c->scope, sym->name, sym);
        vec_push(out->syms, param_sym);
        Param *param = arena_new(c->arena, Param);
        *param = (Param){.name = sym->name, .type = passed->unqual, .span = each->span};
        *tail = param;
        tail = &param->next;
    }
    return type_func(c->types, &proto);
}

// ---------------------------------------------------------------- what must hold

// C17 6.9.1p7: in a definition parameters have complete types.
static void check_params(Checker *c, const FuncParams *params) {
    for (uint32_t i = 0; i < params->syms.count; i++) {
        Sym *sym = params->syms.data[i];
        const char *name = sym->name == NULL ? "" : sym->name->text;
        if (!check_complete(c, sym->type, sym->span,
                            arena_printf(c->arena, "parameter `%s`", name)))
            sym->type = c->type_error;
    }
}

bool check_main(Checker *c, const Sym *sym) {
    const Type *type = sym->type;
    if (type->kind != TY_FUNC)
        return false; // a mistake in its declaration was reported
    bool is_int = type->base->unqual == c->type_int ||
                  (type->is_async && type->base->kind == TY_VOID);
    if (!is_int)
        check_warn(c, DIAG_MAIN_RESULT, sym->span, type_text(c, type->base));
    const Param *first = type->params;
    bool is_ok = type->param_count == 0 ||
                 (type->param_count >= 2 && first->type->unqual == c->type_int &&
                  type_is_pointer(first->next->type));
    if (!is_ok)
        check_warn(c, DIAG_MAIN_PARAMS, sym->span);
    return is_ok;
}

// ---------------------------------------------------------------- a function's state

void check_open_func(Checker *c, FuncState *state) {
    assert(c->func == NULL || c->func->is_cell);
    c->func = state;
}

// Functions have few labels: a list will do.
static Label *find_label(const FuncState *state, const Name *name) {
    for (Label *label = state->labels; label != NULL; label = label->next) {
        if (label->name == name)
            return label;
    }
    return NULL;
}

// C17 6.8.6.1p1.
static void report_unknown_label(Checker *c, const FuncState *state, const Node *jump) {
    Diag *diag = diag_add(c->diags, DIAG_UNKNOWN_LABEL, jump->op_span, jump->name->text);
    if (diag_is_full(c->diags))
        return;
    Nearest nearest;
    nearest_init(&nearest, jump->name->text);
    for (const Label *label = state->labels; label != NULL; label = label->next)
        nearest_offer(&nearest, label->name->text);
    const char *best = nearest_get(&nearest);
    if (best != NULL)
        diag_fix(c->diags, diag, jump->op_span, best, "did you mean `%s`?", best);
}

// Whether `barrier` is around `where`; none is around everything.
static bool is_inside(const Barrier *where, const Barrier *barrier) {
    for (; where != NULL; where = where->outer) {
        if (where == barrier)
            return true;
    }
    return barrier == NULL;
}

// A jump may leave barriers but not enter one (C17 6.8.6.1p1); a defer's body it may not
// leave either.
static void check_jump(Checker *c, const Jump *jump, const Label *label) {
    const Barrier *entered = label->barrier;
    if (!is_inside(jump->barrier, entered)) {
        Diag *diag = diag_add(c->diags, DIAG_JUMP_INTO, jump->node->span, entered->what);
        diag_note(c->diags, diag, entered->span, "it begins here");
        return;
    }
    for (const Barrier *left = jump->barrier; left != NULL && left != entered;
         left = left->outer) {
        if (left->no_exit) {
            diag_add(c->diags, DIAG_LEAVES_DEFER, jump->node->span, "goto");
            return;
        }
    }
}

// Each `goto *p` gets a case `goto label` for each label whose address the function
// takes.
static void close_computed(Checker *c, FuncState *state) {
    uint32_t ways = 0;
    for (LabelUse *use = state->label_uses; use != NULL; use = use->next) {
        Label *label = find_label(state, use->node->name);
        if (label == NULL) {
            report_unknown_label(c, state, use->node);
            continue;
        }
        label->is_used = true;
        for (ComputedGoto *each = state->computed; each != NULL; each = each->next) {
            if (++ways > LIMIT_COMPUTED_WAYS) {
                diag_add(c->diags, DIAG_TOO_MANY, each->node->span,
                         "ways for the `goto *` of one function",
                         LIMIT_TEXT(LIMIT_COMPUTED_WAYS));
                return;
            }
            Node *jump = check_node(c, ND_GOTO, each->node->span, NULL);
            jump->op_span = jump->span;
            jump->name = use->node->name;
            Node *node = check_node(c, ND_CASE, each->node->span, NULL);
            node->value = use->number;
            node->value_high = use->number;
            node->then = jump;
            node->next = each->node->then->then;
            each->node->then->then = node;
            node->next_case = each->node->cases;
            each->node->cases = node;
            Jump *waiting = arena_new(c->arena, Jump);
            *waiting = (Jump){state->jumps, jump, each->barrier};
            state->jumps = waiting;
        }
    }
}

void check_close_func(Checker *c, FuncState *state) {
    check_report_blocking(c, state);
    check_sign_close(c, state);
    close_computed(c, state);
    bool misses_label = false; // it may be one of those that nobody jumps to
    for (const Jump *jump = state->jumps; jump != NULL; jump = jump->next) {
        Label *label = find_label(state, jump->node->name);
        if (label == NULL) {
            misses_label = true;
            if (state->label_count <= LIMIT_LABELS && !state->has_gap)
                report_unknown_label(c, state, jump->node);
            continue;
        }
        label->is_used = true;
        jump->node->target_label = label->node;
        check_jump(c, jump, label);
    }
    for (const Label *label = state->labels; label != NULL; label = label->next) {
        if (!label->is_used && !state->has_gap && !misses_label)
            check_warn(c, DIAG_UNUSED_LABEL, label->node->span, label->name->text);
    }
}

// ---------------------------------------------------------------- definitions

// A generator's `return` has no value; a function that only passes a generator on returns
// it.
static void finish_generator(Checker *c, Node *func, const FuncState *state) {
    Sym *sym = func->decl_sym;
    if (state->generator == NULL)
        return;
    if (state->has_yield) {
        for (const Node *node = state->returns; node != NULL; node = node->next_case) {
            Diag *diag = diag_add(c->diags, DIAG_GENERATOR_RETURN, node->lhs->span);
            diag_note(c->diags, diag, state->first_yield,
                      "the `yield` here makes it a generator");
        }
        Type proto = *sym->type;
        proto.is_generator = true;
        sym->type = type_func(c->types, &proto);
        return;
    }
    ConvUse use = {.kind = CONV_RETURN};
    for (Node *node = state->returns; node != NULL; node = node->next_case)
        node->lhs = conv_assign(c, node->lhs, state->generator, &use);
    if (state->returns == NULL)
        check_warn(c, DIAG_GENERATOR_NO_YIELD, sym->span, sym->name->text);
}

// The body's statements are checked in the scope of the parameters. False when some of
// them were left out.
static bool check_body(Checker *c, Node *func, Type *type) {
    FuncState *outer = c->func;
    Type *result = type->kind == TY_FUNC ? type->base : c->type_error;
    bool is_generator =
        result->kind == TY_GENERATOR || result->kind == TY_ASYNC_GENERATOR;
    FuncState state = {.sym = func->decl_sym, .type = type, .result = result};
    state.is_async = type->is_async || result->kind == TY_ASYNC_GENERATOR;
    state.generator = is_generator ? result : NULL;
    c->func = &state;
    check_block(c, func->body->then);
    check_close_func(c, &state);
    c->func = outer;
    func->uses_await = state.uses_await;
    func->has_yield = state.has_yield;
    if (type->kind == TY_FUNC && !state.has_gap)
        finish_generator(c, func, &state);
    return !state.has_gap;
}

// In front of the body, the last one first: their order does not matter.
static void append_prologue(Node *body, Node *prologue) {
    while (prologue != NULL) {
        Node *next = prologue->next;
        prologue->next = body->then;
        body->then = prologue;
        prologue = next;
    }
}

// The symbol gets its body here, so that recursion and messages find it.
static Sym *declare(Checker *c, Node *func, Type *type) {
    Declarator *d = func->declarator;
    uint32_t storage = func->spec->storage;
    uint32_t bad = storage & STORAGE_CLASS & ~(uint32_t)(STORAGE_EXTERN | STORAGE_STATIC);
    if (bad != 0)
        diag_add(c->diags, DIAG_FUNC_STORAGE, d->span, d->name->text,
                 check_storage_word(bad));
    GlobalDecl decl = {.name = d->name,
                       .type = check_func_attrs(c, type, func->spec, d),
                       .span = d->span,
                       .storage = storage,
                       .kind = SYM_FUNC,
                       .is_definition = true,
                       .spec = func->spec,
                       .declarator = d};
    bool is_main = c->file_mode && strcmp(d->name->text, "main") == 0;
    if (is_main && (storage & (FUNC_INLINE | FUNC_NORETURN)) != 0) // C17 6.7.4p4
        diag_add(c->diags, DIAG_MAIN_SPECIFIER, func->spec->span,
                 check_inline_word(storage));
    else if (is_main && (storage & STORAGE_STATIC) != 0) // nothing could start it
        diag_add(c->diags, DIAG_MAIN_SPECIFIER, func->spec->span, "static");
    const Sym *before = scope_find_global(d->name);
    Sym *sym = check_declare_global(c, &decl);
    func->is_redefinition =
        before != NULL && before != sym && before->id == sym->id && before->is_defined;
    sym->is_defined = true;
    sym->is_extern = false;
    sym->is_replaceable = (storage & STORAGE_EXTERN) != 0 &&
                          (storage & FUNC_INLINE) != 0 &&
                          check_decl_attr(&decl, "", "gnu_inline") != NULL;
    sym->body = func;
    func->decl_sym = sym;
    return sym;
}

void check_func(Checker *c, Node *func) {
    Declarator *d = func->declarator;
    FuncParams params = {.keep_scope = true};
    Node *prologue = NULL;
    Type *base = check_spec(c, func->spec);
    if (base == NULL) {
        diag_add(c->diags, DIAG_AUTO_HERE, func->spec->span);
        base = c->type_error;
    }
    FuncState *outer = c->func;
    c->func = NULL; // lengths of parameters may vary
    Type *type = check_declarator(c, base, d, func->spec, &params);
    c->func = outer;
    assert(params.was_taken);
    if (d->parts->is_old_style && d->parts->params != NULL && type->kind == TY_FUNC)
        type = old_style_params(c, func, type, &params, &prologue);
    check_params(c, &params);
    if (type->kind == TY_FUNC && type->base->kind != TY_VOID)
        check_complete(c, type->base, d->span,
                       arena_printf(c->arena, "the result of `%s`", d->name->text));
    uint32_t errors_before = c->diags->error_count;
    declare(c, func, type);
    func->param_count = params.syms.count;
    func->params = arena_array(c->arena, Sym *, params.syms.count + 1);
    if (params.syms.count > 0)
        memcpy(func->params, params.syms.data, sizeof(Sym *) * params.syms.count);
    vec_free(params.syms);
    bool is_whole = check_body(c, func, type);
    append_prologue(func->body, prologue);
    scope_pop(c->scope);
    if (is_whole && c->diags->error_count == errors_before && type->kind == TY_FUNC)
        flow_check_func(c, func);
}
