// check_async.c: the rules of what C does not have: coroutines, generators, tasks, errors
// (language.md section 4).
//
// Who may wait. `await` belongs into async functions, async generators and a cell's top
// level. A message elsewhere names both ways out: make the function async, or run(...).
//
// What a call is. A call of an async function makes a coroutine; directly behind `await`
// it is a call like any other (makes_coroutine false). A *dual* library function
// ([[cora::dual]]) blocks when called plainly; behind `await` it suspends; behind
// `spawn`, and where a coroutine is expected, it becomes a coroutine:
//
//     sleep(1);                         blocks (a note inside async functions)
//     await sleep(1);                   suspends
//     spawn sleep(1);                   makes_coroutine, and a task of it
//     gather(sleep(1), sleep(2));       makes_coroutine each
//
// Library declarations.
//  - __T is a type variable: task(__T) create_task(coroutine(__T) c). Arguments are
//    matched with parameters, and every __T must become the same type. A parameter
//    generator(__T) takes a generator(T, S) as well.
//  - [[cora::overload]] declarations of one name are chosen by their parameters.
//  - struct [[cora::handle]] s: an opaque handle, 8 bytes. [[cora::awaitable]]: one that
//    `await` takes (its result is void). [[cora::any_awaitable]]: a handle that as a
//    parameter takes every awaitable: cancel(t).
//  - A library type that is called like a function makes a value, by the library function
//    `__new_<type>`: error("ValueError", "bad port %d", port).
//
// Generators. A function whose result is generator(T) and that contains `yield` is one;
// its `return` has no value. `yield e` has the type that send() passes, else void.
// `yield from h` is void.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- await

// The empty place in front: where a fix-it inserts a word.
static Span start_of(Span span) {
    span.end = span.begin;
    return span;
}

bool check_is_meant_async(const Checker *c, const Sym *sym) {
    for (const Meant *each = c->meant; each != NULL; each = each->next) {
        if (each->sym == sym)
            return true;
    }
    return false;
}

// One missing word is one mistake: from here on the function is taken to be async.
static void mean_async(Checker *c, const Sym *sym) {
    Meant *meant = arena_new(c->arena, Meant);
    *meant = (Meant){c->meant, sym};
    c->meant = meant;
}

bool check_await_allowed(Checker *c, Span span, const char *word) {
    if (c->func != NULL && c->func->is_async) {
        if (c->unevaluated == 0)
            c->func->uses_await = true;
        return true;
    }
    if (c->func == NULL) {
        diag_add(c->diags, DIAG_AWAIT_TOP, span, word);
        return false;
    }
    const Sym *sym = c->func->sym;
    const char *name = sym->name->text;
    if (check_is_meant_async(c, sym) || sym->type->kind == TY_ERROR)
        return false;
    mean_async(c, sym);
    Diag *diag = diag_add(c->diags, DIAG_AWAIT_PLACE, span, word, name);
    Node *body = sym->body;
    Span where = body != NULL ? start_of(body->span) : sym->span;
    diag_fix(c->diags, diag, where, "async ", "either make it async: `async %s`",
             type_print_decl(c->arena, sym->type, name));
    diag_note(c->diags, diag, (Span){0},
              "or run the coroutine to its end from here: `run(...)`");
    return false;
}

// sleep(1) and its kin, typed: still open whether it blocks, suspends or becomes a
// coroutine.
static bool is_dual_call(const Node *node) {
    return node->kind == ND_CALL && node->call_sym != NULL && node->call_sym->is_dual;
}

// coroutine(T), task(T), future(T) give a T; events and other handles nothing.
static Type *awaited_type(Checker *c, const Type *type) {
    return type->kind == TY_HANDLE ? c->type_void : type->base->unqual;
}

// Says what it is instead, and what to write for it.
static Node *report_not_awaitable(Checker *c, Node *node, const char *word) {
    const Node *value = node->lhs;
    const Type *type = value->type;
    if (value->kind == ND_CALL && value->call_sym != NULL && !value->call_sym->is_library)
        mean_async(c, value->call_sym);
    Diag *diag = diag_add(c->diags, DIAG_NOT_AWAITABLE, value->span, word,
                          check_describe(c, value), type_text(c, type));
    const Sym *sym = value->kind == ND_CALL ? value->call_sym : NULL;
    if (type->kind == TY_GENERATOR || type->kind == TY_ASYNC_GENERATOR)
        diag_note(c->diags, diag, (Span){0}, "its values come with `%s (%s : ...)`",
                  type->kind == TY_GENERATOR ? "for" : "for await",
                  type_print_decl(c->arena, type->base, "x"));
    else if (sym != NULL && !sym->is_library)
        diag_note(c->diags, diag, sym->span,
                  "`%s` is not async: call it without `%s`, or declare it `async`",
                  sym->name->text, word);
    else if (sym != NULL && sym->waits_alone) // next(g) and its kin
        diag_note(
            c->diags, diag, (Span){0},
            "write `await %s(...)`; to run that beside this, `%s` an async function "
            "that does it",
            sym->name->text, word);
    else if (value->kind == ND_CALL)
        diag_note(c->diags, diag, (Span){0},
                  "it does not wait for anything: call it without `%s`", word);
    else if (type->kind == TY_POINTER && type->base->kind == TY_FUNC &&
             type->base->is_async)
        diag_note(c->diags, diag, (Span){0},
                  "to call the function, write `()` behind it");
    return check_poison(c, node);
}

Node *check_await(Checker *c, Node *node) {
    bool is_allowed = check_await_allowed(c, node->op_span, "await");
    c->awaited = node->lhs;
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    c->awaited = NULL;
    Node *value = node->lhs;
    if (is_error(value) || !is_allowed)
        return check_poison(c, node);
    bool is_call = value->kind == ND_CALL;
    if (is_call && value->makes_coroutine &&
        value->call_type->is_async) { // a call in this task
        value->makes_coroutine = false;
        value->type = value->call_type->base->unqual;
        node->type = value->type;
        return node;
    }
    if (is_dual_call(value) && !value->makes_coroutine) {
        value->suspends = true;
        node->type = value->type;
        return node;
    }
    if (!type_is_awaitable(value->type))
        return report_not_awaitable(c, node, "await");
    node->type = awaited_type(c, value->type);
    return node;
}

// Makes the typed call of a dual function a coroutine.
static void make_coroutine(Checker *c, Node *call) {
    call->makes_coroutine = true;
    call->type = type_handle(c->types, TY_COROUTINE, call->type->unqual, NULL);
}

Node *check_dual_as_coroutine(Checker *c, Node *node, const Type *type) {
    if (!is_dual_call(node) || node->makes_coroutine || node->suspends ||
        node->call_sym->builtin != BI_NONE) // `await next(g)` is no function to be run
        return node;
    bool wants = type == NULL || type->kind == TY_COROUTINE ||
                 (type->kind == TY_HANDLE && type->is_any_awaitable);
    if (wants)
        make_coroutine(c, node);
    return node;
}

Node *check_spawn(Checker *c, Node *node) {
    c->awaited = node->lhs;
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    c->awaited = NULL;
    if (is_error(node->lhs))
        return check_poison(c, node);
    node->lhs = check_dual_as_coroutine(c, node->lhs, NULL);
    const Type *type = node->lhs->type;
    if (type->kind != TY_COROUTINE)
        return report_not_awaitable(c, node, "spawn");
    node->type = type_handle(c->types, TY_TASK, type->base, NULL);
    return node;
}

// ---------------------------------------------------------------- plain calls that
// block, coroutines that are dropped

void check_plain_call_in_async(Checker *c, const Node *call) {
    if (c->func == NULL || !c->func->is_async || c->func->is_cell || c->unevaluated > 0)
        return;
    Blocking *blocking = arena_new(c->arena, Blocking);
    *blocking = (Blocking){c->func->blocking, call};
    c->func->blocking = blocking;
}

// The list is kept newest first; messages come in the order of the text.
static const Blocking *oldest_first(Blocking *list) {
    Blocking *reversed = NULL;
    while (list != NULL) {
        Blocking *next = list->next;
        list->next = reversed;
        reversed = list;
        list = next;
    }
    return reversed;
}

void check_report_blocking(Checker *c, const FuncState *state) {
    const Blocking *first = oldest_first(state->blocking);
    for (const Blocking *each = first; each != NULL; each = each->next) {
        const Node *call = each->call;
        if (call->makes_coroutine || call->suspends)
            continue;
        Diag *diag = check_warn(
            c, call->call_sym->waits_alone ? DIAG_PLAIN_WAIT : DIAG_BLOCKS_LOOP,
            call->span, call->call_sym->name->text);
        if (diag != NULL && call->call_sym->waits_alone)
            diag_fix(c->diags, diag, start_of(call->span), "await ",
                     "in an async function, write `await %s(...)`",
                     call->call_sym->name->text);
        else if (diag != NULL)
            diag_fix(c->diags, diag, start_of(call->span), "await ",
                     "to let the others run meanwhile, write `await %s(...)`",
                     call->call_sym->name->text);
    }
}

void check_dropped(Checker *c, const Node *value) {
    const Type *type = value->type;
    if (value->kind != ND_CALL || c->unevaluated > 0)
        return;
    if (type->kind == TY_COROUTINE) {
        Diag *diag =
            check_warn(c, DIAG_COROUTINE_DROPPED, value->span, check_describe(c, value));
        if (diag == NULL)
            return;
        diag_fix(c->diags, diag, start_of(value->span), "await ",
                 "to run it here and wait for it, write `await`");
        diag_fix(c->diags, diag, start_of(value->span), "spawn ",
                 "to let it run beside this, write `spawn`");
    } else if (type->kind == TY_GENERATOR || type->kind == TY_ASYNC_GENERATOR) {
        Diag *diag =
            check_warn(c, DIAG_GENERATOR_DROPPED, value->span, check_describe(c, value));
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0}, "`for (%s : ...)` takes its values",
                      type_print_decl(c->arena, type->base, "x"));
    }
}

// ---------------------------------------------------------------- generators

// The generator type of the function around; NULL after a message that says what its
// result must be.
static Type *generator_here(Checker *c, Span span) {
    FuncState *func = c->func;
    if (func == NULL || func->is_cell) {
        diag_add(c->diags, DIAG_YIELD_TOP, span);
        return NULL;
    }
    if (func->generator == NULL) {
        Diag *diag = diag_add(c->diags, DIAG_YIELD_PLACE, span, func->sym->name->text);
        if (func->result->kind != TY_ERROR && func->result->kind != TY_VOID)
            diag_note(c->diags, diag, func->sym->span,
                      "a function that yields `%s` has the result `generator(%s)`",
                      type_text(c, func->result), type_text(c, func->result));
        else
            diag_note(c->diags, diag, func->sym->span,
                      "a function that yields has the result `generator(T)`");
        return NULL;
    }
    if (func->block_depth > 0) {
        func->has_yield = true; // to be no generator is not the mistake
        Diag *diag = diag_add(c->diags, DIAG_YIELD_IN_BLOCK, span);
        diag_note(c->diags, diag, (Span){0},
                  "who asks for the next value would run inside the block, or never come "
                  "back to it");
        return NULL;
    }
    if (!func->has_yield)
        func->first_yield = span;
    if (c->unevaluated == 0)
        func->has_yield = true;
    return func->generator;
}

Node *check_yield(Checker *c, Node *node) {
    Type *generator = generator_here(c, node->op_span);
    if (node->lhs != NULL)
        node->lhs = conv_decay(c, check_expr(c, node->lhs));
    if (generator == NULL)
        return check_poison(c, node);
    if (node->lhs == NULL) {
        diag_add(c->diags, DIAG_YIELD_NOTHING, node->span, type_text(c, generator->base));
        return check_poison(c, node);
    }
    ConvUse use = {.kind = CONV_YIELD};
    node->lhs = conv_assign(c, node->lhs, generator->base, &use);
    node->type = is_error(node->lhs)       ? c->type_error
                 : generator->sent == NULL ? c->type_void
                                           : generator->sent->unqual;
    return node;
}

Node *check_yield_from(Checker *c, Node *node) {
    Type *generator = generator_here(c, node->op_span);
    node->lhs = check_value(c, node->lhs);
    const Type *type = node->lhs->type;
    if (generator == NULL || type->kind == TY_ERROR)
        return check_poison(c, node);
    if (generator->kind == TY_ASYNC_GENERATOR) {
        Diag *diag = diag_add(c->diags, DIAG_YIELD_FROM_ASYNC, node->span);
        diag_note(c->diags, diag, (Span){0},
                  "write a loop: `for await (%s : g) yield x;`",
                  type_print_decl(c->arena, generator->base, "x"));
        return check_poison(c, node);
    }
    if (type->kind != TY_GENERATOR || type->base->unqual != generator->base->unqual) {
        diag_add(c->diags, DIAG_YIELD_FROM_TYPE, node->lhs->span, type_text(c, generator),
                 type_text(c, type));
        return check_poison(c, node);
    }
    node->type = c->type_void;
    return node;
}

// ---------------------------------------------------------------- for (T x : e)

// The type of the elements; NULL after a message.
static Type *element_type(Checker *c, Node *node) {
    Type *type = node->lhs->type;
    if (type->kind == TY_ERROR)
        return NULL;
    if (type->kind == TY_ASYNC_GENERATOR) {
        if (!node->is_await) {
            Diag *diag = diag_add(c->diags, DIAG_FOR_NEEDS_AWAIT, node->lhs->span,
                                  type_text(c, type));
            diag_note(c->diags, diag, (Span){0}, "write `for await (...)`");
            return NULL;
        }
        return check_await_allowed(c, node->op_span, "for await") ? type->base : NULL;
    }
    if (node->is_await) {
        diag_add(c->diags, DIAG_FOR_AWAIT_TYPE, node->lhs->span, type_text(c, type));
        return NULL;
    }
    if (type->kind == TY_ARRAY && type->is_complete)
        return type->base;
    if (type->kind == TY_GENERATOR)
        return type->base;
    Diag *diag =
        diag_add(c->diags, DIAG_FOR_IN_TYPE, node->lhs->span, type_text(c, type));
    if (type->kind == TY_POINTER && type->base->kind != TY_FUNC)
        diag_note(c->diags, diag, (Span){0},
                  "a pointer does not know how many elements follow: `for (int i = 0; i "
                  "< n; i++)`");
    return NULL;
}

// `for (double x : ints)`: a hidden variable takes the element, and x is declared from it
// in front of the body.
static void convert_element(Checker *c, Node *node, Type *element) {
    Node *decl = node->decl;
    Sym *hidden = check_new_local(c, NULL, element->unqual, decl->span);
    Node *value = check_node(c, ND_NAME, decl->span, hidden->type);
    value->sym = hidden;
    ConvUse use = {.kind = CONV_INIT};
    Node *converted = conv_assign(c, value, decl->decl_sym->type, &use);
    if (is_error(converted))
        return;
    Node *inner = arena_new(c->arena, Node);
    *inner = *decl;
    inner->init = converted;
    inner->next = node->then;
    Node *block = check_node(c, ND_BLOCK, node->then->span, NULL);
    block->then = inner;
    block->next = node->then->next;
    node->then->next = NULL;
    node->then = block;
    decl->decl_sym = hidden;
}

void check_for_in(Checker *c, Node *node) {
    Barrier *barrier = c->func->barrier;
    scope_push(c->scope);
    node->lhs = check_expr(c, node->lhs);
    if (node->lhs->type->kind == TY_ARRAY && check_is_lvalue(node->lhs))
        check_take_address(c, node->lhs);
    else
        node->lhs = conv_decay(c, node->lhs);
    Type *element = element_type(c, node);
    const Node *made = node->lhs;
    if (element != NULL && made->kind == ND_CALL && made->call_type->is_generator)
        node = check_own_generator(c, node);
    check_single_decl(c, node->decl, element == NULL ? c->type_error : element);
    Node *outer_loop = c->func->loop;
    Node *outer_breakable = c->func->breakable;
    c->func->loop = c->func->breakable = node;
    check_body_in_scope(c, node->then);
    c->func->loop = outer_loop;
    c->func->breakable = outer_breakable;
    const Sym *sym = node->decl->decl_sym;
    if (element != NULL && sym != NULL && sym->type->kind != TY_ERROR &&
        sym->type->unqual != element->unqual)
        convert_element(c, node, element);
    scope_pop(c->scope);
    c->func->barrier = barrier;
}

// ---------------------------------------------------------------- overloads

// How well an argument fits a parameter; 0: not at all.
static int param_score(const Type *want, const Node *arg) {
    const Type *have = arg->type->unqual;
    if (want == have)
        return 5;
    bool becomes_coroutine = is_dual_call(arg) && !arg->makes_coroutine;
    if (type_is_handle(want)) {
        if (want->kind == TY_HANDLE)
            return want->is_any_awaitable &&
                           (type_is_awaitable(have) || becomes_coroutine)
                       ? 2
                       : 0;
        bool is_same_kind =
            want->kind == have->kind &&
            (want->is_generic || want->base->unqual == have->base->unqual);
        return is_same_kind ? 4 : want->kind == TY_COROUTINE && becomes_coroutine ? 3 : 0;
    }
    if (type_is_arithmetic(want))
        return type_is_arithmetic(have) ? 2 : 0;
    if (want->kind != TY_POINTER)
        return want->kind == TY_TYPEVAR ? 1 : 0;
    if (check_is_null(arg))
        return 2;
    if (have->kind != TY_POINTER)
        return 0;
    if (type_compatible(want->base->unqual, have->base->unqual))
        return 4;
    if (want->is_generic && type_is_handle(want->base)) // task(__T) *
        return want->base->kind == have->base->kind ? 4 : 0;
    return want->base->kind == TY_VOID || want->is_generic ? 2 : 1;
}

// How well a candidate fits the arguments: the first one counts most; 0: not at all.
static int overload_score(const Sym *sym, const Node *args) {
    const Param *param = sym->type->params;
    int score = 1;
    int weight = 16;
    for (; param != NULL && args != NULL; param = param->next, args = args->next) {
        int each = param_score(param->type->unqual, args);
        if (each == 0)
            return 0;
        score += each * weight;
        weight = 1;
    }
    bool has_right_count = param == NULL && (args == NULL || sym->type->is_variadic);
    return has_right_count ? score + 1
           : score > 1     ? 1
                           : 0; // a wrong count is reported for the one that fits best
}

Sym *check_pick_overload(Checker *c, Sym *sym, Node *args) {
    Sym *best = NULL;
    int best_score = 0;
    for (Sym *each = sym; each != NULL; each = each->next) {
        int score = overload_score(each, args);
        if (score >= best_score && score > 0) { // of equals, the first one declared
            best = each;
            best_score = score;
        }
    }
    if (best != NULL) {
        best->is_used = true;
        return best;
    }
    for (const Node *arg = args; arg != NULL; arg = arg->next) {
        if (is_error(arg))
            return NULL;
    }
    Diag *diag =
        diag_add(c->diags, DIAG_NO_OVERLOAD, args == NULL ? c->call_span : args->span,
                 sym->name->text,
                 args == NULL ? "no arguments"
                              : arena_printf(c->arena, "`%s`", type_text(c, args->type)));
    check_note_asyncio(c, diag, diag->span, sym->name->text);
    for (const Sym *each = sym; each != NULL; each = each->next)
        diag_note(c->diags, diag, (Span){0}, "there is `%s`",
                  type_print_decl(c->arena, each->type, each->name->text));
    return NULL;
}

// ---------------------------------------------------------------- type variables

typedef struct Match {
    Checker *c;
    Type *var; // what __T is, once known
} Match;

static bool match_type(Match *match, const Type *param, Type *arg);

// Callbacks: on_done(task(__T), void (*)(task(__T))).
static bool match_func(Match *match, const Type *param, Type *arg) {
    const Param *q = arg->params;
    if (!match_type(match, param->base, arg->base) ||
        param->param_count != arg->param_count)
        return false;
    for (const Param *p = param->params; p != NULL; p = p->next, q = q->next) {
        if (!match_type(match, p->type, q->type))
            return false;
    }
    return true;
}

// Matches a parameter's type with an argument's. False when they differ, or __T would be
// two types.
static bool match_type(Match *match, const Type *param, Type *arg) {
    if (!param->is_generic)
        return true; // judged by the conversion
    if (param->kind == TY_TYPEVAR) {
        if (match->var == NULL)
            match->var = arg->unqual;
        return match->var == arg->unqual ||
               (type_is_arithmetic(match->var) && type_is_arithmetic(arg));
    }
    if (param->kind != arg->kind)
        return false;
    if (param->kind == TY_FUNC)
        return match_func(match, param, arg);
    if (param->kind == TY_POINTER && param->base->kind == TY_TYPEVAR &&
        match->var != NULL)
        return match->var == arg->base->unqual;
    if (param->kind != TY_POINTER && !type_is_handle(param))
        return false;
    return match_type(match, param->base, arg->base);
}

static Type *substitute(Checker *c, Type *type, Type *var);

// As substitute, for a callback's type; parameters keep their names.
static Type *substitute_func(Checker *c, const Type *type, Type *var) {
    Type proto = *type;
    proto.is_generic = false;
    proto.base = substitute(c, type->base, var);
    proto.params = NULL;
    Param **tail = &proto.params;
    for (const Param *param = type->params; param != NULL; param = param->next) {
        Param *copy = arena_new(c->arena, Param);
        *copy = (Param){.name = param->name,
                        .span = param->span,
                        .type = substitute(c, param->type, var)};
        *tail = copy;
        tail = &copy->next;
    }
    return type_func(c->types, &proto);
}

// The type with __T replaced.
static Type *substitute(Checker *c, Type *type, Type *var) {
    if (!type->is_generic)
        return type;
    if (type->kind == TY_TYPEVAR)
        return type_qualified(c->types, var, type->quals);
    if (type->kind == TY_POINTER)
        return type_qualified(c->types,
                              type_pointer_to(c->types, substitute(c, type->base, var)),
                              type->quals);
    if (type->kind == TY_FUNC)
        return substitute_func(c, type, var);
    assert(type_is_handle(type));
    return type_handle(c->types, type->kind, substitute(c, type->base, var), type->sent);
}

// The arguments do not fit the pattern of a generic function.
static void report_match(const Match *match, const Sym *sym, const Node *arg,
                         const Param *param) {
    Checker *c = match->c;
    const Type *type = arg->type;
    Type *wanted =
        match->var == NULL ? param->type : substitute(c, param->type, match->var);
    Diag *diag = diag_add(c->diags, DIAG_GENERIC_ARG, arg->span, sym->name->text,
                          type_text(c, type), type_text(c, wanted));
    if (param->type->kind == TY_COROUTINE && arg->kind == ND_CALL)
        diag_note(c->diags, diag, (Span){0},
                  "it takes a call of an async function, made into a coroutine");
    else if (param->type->kind == TY_COROUTINE && type->kind == TY_POINTER &&
             type->base->kind == TY_FUNC)
        diag_note(c->diags, diag, (Span){0},
                  "to make a coroutine, call the function: write `()` behind it");
}

// The second argument of send() has the generator's sent type.
static Type *sent_param(Checker *c, const Node *generator, const Sym *sym) {
    const Type *type = generator->type;
    if (type->sent != NULL)
        return type->sent;
    Diag *diag = diag_add(c->diags, DIAG_SENDS_NOTHING, generator->span, sym->name->text,
                          type_text(c, type));
    diag_note(c->diags, diag, (Span){0},
              "a generator that receives values is a `generator(%s, S)`",
              type_text(c, type->base));
    return NULL;
}

// Dual calls become coroutines first where the pattern wants one.
static bool match_args(Match *match, const Sym *sym, const Type *generic, Node *args) {
    Node *arg = args;
    for (const Param *param = generic->params; param != NULL && arg != NULL;
         param = param->next, arg = arg->next) {
        check_dual_as_coroutine(match->c, arg, param->type);
        bool is_value = param->type->is_generic && param->type->kind == TY_TYPEVAR &&
                        param != generic->params;
        if (sym->builtin == BI_SEND && is_value)
            continue;
        if (!match_type(match, param->type, arg->type)) {
            report_match(match, sym, arg, param);
            return false;
        }
    }
    return true;
}

Type *check_instantiate(Checker *c, const Sym *sym, Type *generic, Node *args) {
    Match match = {.c = c};
    if (sym == NULL || !match_args(&match, sym, generic, args))
        return NULL;
    if (match.var == NULL) {
        assert(sym->builtin == BI_GATHER || c->diags->error_count > 0);
        return sym->builtin == BI_GATHER ? generic : NULL;
    }
    Type proto = *generic;
    proto.is_generic = false;
    proto.base = substitute(c, generic->base, match.var);
    proto.params = NULL;
    Param **tail = &proto.params;
    const Node *arg = args;
    for (const Param *param = generic->params; param != NULL; param = param->next) {
        Param *copy = arena_new(c->arena, Param);
        *copy = (Param){.name = param->name, .span = param->span};
        copy->type = substitute(c, param->type, match.var);
        bool is_generator = arg != NULL && param->type->is_generic &&
                            arg->type->kind == param->type->kind &&
                            type_is_handle(param->type);
        if (is_generator)
            copy->type = arg->type->unqual; // generator(T, S) for generator(__T)
        if (sym->builtin == BI_SEND && param != generic->params)
            copy->type = sent_param(c, args, sym);
        if (copy->type == NULL)
            return NULL;
        *tail = copy;
        tail = &copy->next;
        arg = arg == NULL ? NULL : arg->next;
    }
    return type_func(c->types, &proto);
}

// ---------------------------------------------------------------- gather

// What one awaitable of gather's arguments gives; NULL after a message.
static Type *gathered_type(Checker *c, const Node *arg) {
    const Type *type = arg->type;
    if (type->kind == TY_ERROR)
        return NULL;
    bool is_handle = type->kind == TY_HANDLE && !type->is_any_awaitable; // an event
    if (type_is_awaitable(type) && !is_handle)
        return awaited_type(c, type);
    Diag *diag = diag_add(c->diags, DIAG_GATHER_ARG, arg->span, check_describe(c, arg),
                          type_text(c, type));
    diag_note(
        c->diags, diag, (Span){0},
        "`gather` takes coroutines, tasks and futures, or an array of them and a count");
    return NULL;
}

// future(T *): an array of the results in order; future(void) when there are none.
static Node *gather_result(Checker *c, Node *call, Type *type) {
    Type *result = type->kind == TY_VOID ? type : type_pointer_to(c->types, type);
    call->type = type_handle(c->types, TY_FUTURE, result, NULL);
    Type proto = {.kind = TY_FUNC, .base = call->type, .is_variadic = true};
    call->call_type = type_func(c->types, &proto);
    call->fixed_count = 0;
    return call;
}

// gather(array, count); NULL after a message.
static Node *gather_array(Checker *c, Node *call) {
    Node *first = call->args;
    bool has_count = first->next != NULL && first->next->next == NULL &&
                     type_is_integer(first->next->type);
    if (!has_count) {
        diag_add(c->diags, DIAG_GATHER_COUNT, call->span);
        return NULL;
    }
    Node *count = conv_to(c, first->next, c->type_long);
    first->next = count;
    count->next = NULL;
    return gather_result(c, call, awaited_type(c, first->type->base));
}

// gather(a, b, ...): a future of an array of results, or of nothing when they are of
// several types. NULL after a message.
static Node *gather_list(Checker *c, Node *call) {
    Type *common = NULL;
    for (const Node *arg = call->args; arg != NULL; arg = arg->next) {
        Type *type = gathered_type(c, arg);
        if (type == NULL)
            return NULL;
        common = common == NULL || common == type ? type : c->type_void;
    }
    return gather_result(c, call, common == NULL ? c->type_void : common);
}

// The option, if there is one, stays the last of the arguments.
Node *check_gather(Checker *c, Node *call) {
    Node *option = NULL;
    if (call->has_option) {
        Node **last = &call->args;
        while ((*last)->next != NULL)
            last = &(*last)->next;
        option = *last;
        *last = NULL;
    }
    const Node *first = call->args;
    Node *result =
        first == NULL ? gather_result(c, call, c->type_void)
        : first->type->kind == TY_POINTER && type_is_awaitable(first->type->base)
            ? gather_array(c, call)
            : gather_list(c, call);
    if (result == NULL)
        return check_poison(c, call);
    Node **last = &call->args;
    while (*last != NULL)
        last = &(*last)->next;
    *last = option;
    return result;
}
