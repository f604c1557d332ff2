// check_call.c: calls (C17 6.5.2.2): who is called, with what, and what comes back.
//
// What enters: an ND_CALL as parsed. What leaves: ->call_kind, ->call_sym, ->call_type,
// arguments converted to the parameters' types (or promoted, behind `...` and without a
// prototype), and the type of the result. A call of an async function has the type
// coroutine(T) and makes_coroutine; check_await takes that back when it runs it here.
//
// A library function may be overloaded (chosen by its first argument's type) and generic
// (its __T found by matching the arguments); both are settled here, with check_async.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- who

Type *check_callee_type(const Node *callee) {
    Type *type = callee->type;
    if (type->kind == TY_FUNC)
        return type;
    return type->kind == TY_POINTER && type->base->kind == TY_FUNC ? type->base : NULL;
}

// The name of a library type, called like a function: the library's function
// `__new_<name>` makes one: error("..").
static Sym *maker_of(Checker *c, const Sym *type_sym) {
    if (!type_sym->is_library)
        return NULL;
    const char *text = arena_printf(c->arena, "__new_%s", type_sym->name->text);
    const Name *name = intern_find(c->names, text, strlen(text));
    Sym *sym = name == NULL ? NULL : scope_find_library(name);
    return sym != NULL && sym->kind == SYM_FUNC ? sym : NULL;
}

// Types the callee. Overloads wait for the first argument: then the name's node has the
// first candidate.
static Node *check_callee(Checker *c, Node *callee) {
    if (callee->kind != ND_NAME || callee->type != NULL)
        return conv_decay(c, check_expr(c, callee));
    Sym *sym = check_find_name(c, callee->name);
    if (sym == NULL)
        sym = check_implied_function(c, callee);
    if (sym == NULL) {
        check_unknown_name(c, callee, true);
        return callee;
    }
    if (sym->kind == SYM_TYPEDEF) {
        Sym *maker = maker_of(c, sym);
        if (maker == NULL) {
            Diag *diag =
                diag_add(c->diags, DIAG_TYPE_AS_VALUE, callee->span, callee->name->text);
            check_note_maker(c, diag, callee->name);
            return check_poison(c, callee);
        }
        sym = maker;
    }
    if (sym->kind != SYM_FUNC)
        return conv_decay(c, check_expr(c, callee));
    check_use(c, sym, callee->span);
    callee->sym = sym;
    callee->type = sym->type;
    return callee;
}

// (*f)(x), (&f)(x) and f(x) are one call.
static Node *strip_callee(Node *callee) {
    while (callee->kind == ND_DECAY && callee->lhs->type->kind == TY_FUNC)
        callee = callee->lhs;
    return callee;
}

// Decides who is called, once the arguments are known: overloads need them. False after a
// message.
static bool settle_callee(Checker *c, Node *call) {
    Node *callee = strip_callee(call->lhs);
    call->lhs = callee;
    if (is_error(callee))
        return false;
    Type *type = check_callee_type(callee);
    if (type == NULL) {
        Diag *diag = diag_add(c->diags, DIAG_NOT_CALLABLE, callee->span,
                              check_describe(c, callee), type_text(c, callee->type));
        const Sym *sym = callee->kind == ND_NAME ? callee->sym : NULL;
        if (sym != NULL)
            check_note_declared(c, diag, sym);
        return false;
    }
    bool is_direct =
        callee->kind == ND_NAME && callee->sym != NULL && callee->sym->kind == SYM_FUNC;
    if (is_direct && callee->sym->is_overloaded) {
        c->call_span = call->span;
        Sym *sym = check_pick_overload(c, callee->sym, call->args);
        if (sym == NULL)
            return false;
        callee->sym = sym;
        callee->type = sym->type;
        type = sym->type;
    }
    call->call_sym = is_direct ? callee->sym : NULL;
    call->call_kind = !is_direct                            ? CALL_POINTER
                      : call->call_sym->native_name != NULL ? CALL_NATIVE
                                                            : CALL_FUNC;
    call->call_type = type;
    return true;
}

// ---------------------------------------------------------------- arguments

// Types every argument; false when one is wrong.
static bool check_args(Checker *c, Node *call) {
    bool is_ok = true;
    Node *first = NULL;
    Node **tail = &first;
    for (Node *arg = call->args, *next; arg != NULL; arg = next) {
        next = arg->next;
        Node *value = conv_decay(
            c, check_expr(c, arg)); // void is judged later: it may become a coroutine
        is_ok = is_ok && !is_error(value);
        value->next = NULL;
        *tail = value;
        tail = &value->next;
    }
    call->args = first;
    return is_ok;
}

const char *check_written_name(const Sym *sym) {
    static const char maker[] = "__new_";
    bool is_maker = sym->is_library && strncmp(sym->name->text, maker, 6) == 0;
    return is_maker ? sym->name->text + 6 : sym->name->text;
}

// Points at the first argument too many, or at the parenthesis where one is missing.
static void report_count(Checker *c, const Node *call, const Type *type) {
    const Sym *sym = call->call_sym;
    const char *written = sym == NULL ? NULL : check_written_name(sym);
    const char *name =
        sym == NULL ? "this function" : arena_printf(c->arena, "`%s`", written);
    bool is_few = call->arg_count < type->param_count;
    Span span = call->span;
    if (!is_few) { // the first argument too many
        const Node *arg = call->args;
        for (uint32_t i = 0; i < type->param_count; i++)
            arg = arg->next;
        span = arg->span;
    } else {
        span.begin = span.end - 1; // the closing parenthesis
    }
    Diag *diag = diag_add(c->diags, is_few ? DIAG_TOO_FEW_ARGS : DIAG_TOO_MANY_ARGS, span,
                          name, type->is_variadic ? "at least " : "", type->param_count,
                          type->param_count == 1 ? "" : "s", call->arg_count);
    if (sym == NULL)
        return;
    if (sym->is_library)
        diag_note(c->diags, diag, (Span){0}, "it is `%s`",
                  type_print_decl(c->arena, sym->type, written));
    else
        diag_note(c->diags, diag, sym->span, "it is `%s`",
                  type_print_decl(c->arena, sym->type, written));
}

// C17 6.5.2.2p7: as if by assignment to the parameter.
static Node *convert_fixed(Checker *c, Node *arg, const Param *param, ConvUse *use) {
    use->param = param;
    bool is_null = check_is_null(arg); // as it is written
    Node *value = conv_assign(c, arg, param->type, use);
    check_promise_kept(c, value, is_null, param);
    return value;
}

// C17 6.5.2.2p6: the default promotions. gather takes coroutines here, so dual calls
// become some.
static Node *convert_variadic(Checker *c, Node *arg, const Sym *sym) {
    if (sym != NULL && sym->builtin == BI_GATHER)
        return type_is_arithmetic(arg->type) && arg->kind != ND_CALL
                   ? arg
                   : check_dual_as_coroutine(c, arg, NULL);
    if (arg->type->kind == TY_VOID) {
        diag_add(c->diags, DIAG_VOID_USED, arg->span, check_describe(c, arg));
        return check_poison(c, arg);
    }
    if (!check_complete(c, arg->type, arg->span, "this argument"))
        return check_poison(c, arg);
    return conv_default_promote(c, arg);
}

// To the parameter of a definition in K&R's style, which is no prototype. What can only be
// meant is done all the same: 0 is a null pointer, an int widens to a long. Anything else
// is found out when it runs.
static Node *convert_old_style(Checker *c, Node *arg, const Param *param,
                               const Sym *sym) {
    Node *value = convert_variadic(c, arg, sym);
    if (is_error(value))
        return value;
    bool is_null = param->type->kind == TY_POINTER && check_is_null(value);
    bool widens = type_is_integer(param->type) && type_is_integer(value->type) &&
                  value->type->size_bytes < param->type->size_bytes;
    return is_null || widens ? conv_to(c, value, param->type) : value;
}

// Arguments in order; a function declared without a prototype promotes all of them.
static bool convert_args(Checker *c, Node *call) {
    const Type *type = call->call_type;
    bool is_ok = true;
    ConvUse use = {.kind = CONV_ARG, .func = call->call_sym};
    const Param *param = type->params;
    Node *first = NULL;
    Node **tail = &first;
    for (Node *arg = call->args, *next; arg != NULL; arg = next) {
        next = arg->next;
        use.index++;
        Node *value = param == NULL ? convert_variadic(c, arg, call->call_sym)
                      : type->is_old_style
                          ? convert_old_style(c, arg, param, call->call_sym)
                          : convert_fixed(c, arg, param, &use);
        param = param == NULL ? NULL : param->next;
        is_ok = is_ok && !is_error(value);
        value->next = NULL;
        *tail = value;
        tail = &value->next;
    }
    call->args = first;
    call->fixed_count = type->is_old_style ? 0 : type->param_count;
    return is_ok;
}

// ---------------------------------------------------------------- library calls that
// need more

// C17 7.16.1.4: only where the arguments come in, behind the last parameter. C23 wants no
// second argument, so only another parameter's name there is a slip.
static void check_va_start(Checker *c, const Node *call) {
    const Type *type = c->func == NULL ? NULL : c->func->type;
    if (type == NULL || !type->is_variadic) {
        diag_add(c->diags, DIAG_VA_START, call->span);
        return;
    }
    const Param *last = type->params;
    while (last != NULL && last->next != NULL)
        last = last->next;
    const Node *named = call->args == NULL ? NULL : call->args->next;
    named = named == NULL ? NULL : check_as_written(named);
    while (named != NULL && named->kind == ND_DECAY)
        named = named->lhs;
    if (named == NULL || named->kind != ND_NAME || named->sym == NULL || last == NULL ||
        last->name == NULL || named->sym->name == last->name)
        return;
    check_warn(c, DIAG_VA_START_PARAM, named->span, named->sym->name->text,
               last->name->text);
}

// What the library's special names mean for the function that calls them.
static void note_special(Checker *c, Node *call) {
    switch (call->call_sym->builtin) {
    case BI_VA_START:
        check_va_start(c, call);
        break;
    case BI_SETJMP:
        if (c->func != NULL)
            c->func->calls_setjmp = true;
        break;
    case BI_RUN:
        if (c->func != NULL && c->func->is_async && !c->func->is_cell &&
            c->unevaluated == 0)
            check_warn(c, DIAG_RUN_IN_ASYNC, call->lhs->span, "");
        break;
    default:
        break;
    }
}

// ---------------------------------------------------------------- the call

// C17 6.5.2.2p1: void, or a complete object type.
static bool check_result_type(Checker *c, const Node *call) {
    Type *result = call->call_type->base;
    if (result->kind == TY_VOID || result->is_complete)
        return result->kind != TY_ERROR;
    return check_complete(c, result, call->span, "the result of this call");
}

// An async function's call makes a coroutine of its result.
static Type *result_of(Checker *c, Node *call) {
    const Type *type = call->call_type;
    if (!type->is_async)
        return type->base->unqual;
    call->makes_coroutine = true;
    return type_handle(c->types, TY_COROUTINE, type->base->unqual, NULL);
}

// C17 6.5.2.2p2. Nothing is known of a function declared with ().
static bool check_count(Checker *c, const Node *call) {
    const Type *type = call->call_type;
    if (type->is_old_style)
        return true;
    bool is_ok = call->arg_count == type->param_count ||
                 (type->is_variadic && call->arg_count > type->param_count);
    if (!is_ok)
        report_count(c, call, type);
    return is_ok;
}

Node *check_call(Checker *c, Node *node) {
    const Node *awaited = c->awaited;
    c->awaited = NULL;
    bool allow_end = c->allow_end;
    c->allow_end = false;
    node->lhs = check_callee(c, node->lhs);
    Node *options = check_take_options(node);
    check_slip_args(c, node->args);
    bool args_ok = check_args(c, node);
    c->allow_end = allow_end;
    if (!settle_callee(c, node) || !args_ok || !check_options(c, node, options) ||
        !check_count(c, node))
        return check_poison(c, node);
    if (node->call_type->is_generic) {
        node->call_type =
            check_instantiate(c, node->call_sym, node->call_type, node->args);
        if (node->call_type == NULL)
            return check_poison(c, node);
    }
    if (node->call_sym != NULL && node->call_sym->builtin == BI_OVERFLOW_P)
        check_overflow_args(c, node);
    if (!convert_args(c, node) || !check_result_type(c, node))
        return check_poison(c, node);
    check_promise_apart(c, node);
    node->type = result_of(c, node);
    if (node->call_sym != NULL && check_is_meant_async(c, node->call_sym))
        return check_poison(c, node);
    if (node->call_sym != NULL) {
        note_special(c, node);
        if (node->call_sym->format != 0)
            check_format(c, node);
        if (node->call_sym->builtin == BI_GATHER)
            return check_gather(c, node);
        if (node->call_sym->is_dual && awaited != node)
            check_plain_call_in_async(c, node);
        check_slip_call(c, node);
    }
    return check_settle_call(c, node);
}
