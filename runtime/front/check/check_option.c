// check_option.c: options of library functions: create_task(c, .name = "crawler").
//
// What enters: ND_OPTION nodes among a call's arguments. What leaves: their values,
// converted, behind the other arguments. A declaration says which option it has:
//
//     [[cora::options("string name")]] task(__T) create_task(coroutine(__T) c, ...);
//
// The value becomes the variable argument, so that a native finds it where
// create_task(c, "crawler") puts it. gather, whose variable arguments are awaitables, has
// a mark instead (->has_option) that the last of them is the option.
//
// Read next: check_call.c, which calls this; parse_expr.c for the syntax.
#include "front/check/check_inner.h"
#include <string.h>

Node *check_take_options(Node *call) {
    Node *options = NULL;
    Node **tail = &options;
    for (Node **at = &call->args; *at != NULL;) {
        Node *arg = *at;
        if (arg->kind != ND_OPTION) {
            at = &arg->next;
            continue;
        }
        *at = arg->next;
        arg->next = NULL;
        *tail = arg;
        tail = &arg->next;
        call->arg_count--;
    }
    return options;
}

// The name in "string name"; NULL: no options.
static const char *option_name(const Sym *sym) {
    const char *space =
        sym == NULL || sym->options == NULL ? NULL : strchr(sym->options, ' ');
    return space == NULL ? NULL : space + 1;
}

static void report(Checker *c, const Node *call, const Node *option) {
    const char *has = option_name(call->call_sym);
    diag_add(c->diags, DIAG_NO_OPTION, option->span,
             call->call_sym == NULL ? "this function" : call->call_sym->name->text,
             option->name->text, has == NULL ? "" : "; it has `.",
             has == NULL ? "" : arena_printf(c->arena, "%s`", has));
}

bool check_options(Checker *c, Node *call, Node *options) {
    if (options == NULL)
        return true;
    const char *name = option_name(call->call_sym);
    if (name == NULL || strcmp(name, options->name->text) != 0) {
        report(c, call, options);
        return false;
    }
    bool is_gather = call->call_sym->builtin == BI_GATHER;
    bool is_given = !is_gather && call->arg_count > call->call_type->param_count;
    if (options->next != NULL || is_given) {
        diag_add(c->diags, DIAG_OPTION_TWICE,
                 options->next != NULL ? options->next->span : options->span, name);
        return false;
    }
    Type *type = strncmp(call->call_sym->options, "bool ", 5) == 0
                     ? type_basic(c->types, TY_BOOL)
                     : type_pointer_to(
                           c->types, type_qualified(c->types, c->type_char, QUAL_CONST));
    ConvUse use = {.kind = CONV_INIT};
    Node *value = conv_decay(c, check_expr(c, options->lhs));
    value = is_error(value) ? value : conv_assign(c, value, type, &use);
    if (is_error(value))
        return false;
    Node **last = &call->args;
    while (*last != NULL)
        last = &(*last)->next;
    *last = value;
    call->arg_count++;
    call->has_option = is_gather;
    return true;
}
