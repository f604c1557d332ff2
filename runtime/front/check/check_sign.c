// check_sign.c: signed meets unsigned in a comparison (C17 6.3.1.8): a negative number
// becomes a large positive one, silently.
//
// What enters: comparisons as they are checked, and what is stored in variables. What
// leaves: a warning where it matters. A constant shows at once whether it is negative. A
// variable is spoken of when its function has ended, if it
//
//     may be negative     it gets a negative constant, `-x`, what a call returns that says
//                         -1 for an error, or is counted down
//     is compared         by < <= > >= with an unsigned value at least as wide
//     and is not asked    nowhere in the function is it compared with zero or -1
//
// so that `for (int i = 0; i < strlen(s); i++)` is left in peace: i counts up from zero.
//
// Read next: check_op.c and check_expr.c, which ask.
#include "front/check/check_inner.h"
#include <string.h>

typedef struct SignUse {
    struct SignUse *next;
    const Sym *sym;
    Span span;
    const Type *beside; // compared with this; NULL: something negative is stored
} SignUse;

static bool is_signed_local(const Sym *sym) {
    return sym != NULL && sym->kind == SYM_VAR && sym->storage == STORE_AUTO &&
           sym->name != NULL && type_is_integer(sym->type) && type_is_signed(sym->type);
}

static void keep(Checker *c, const Sym *sym, Span span, const Type *beside) {
    SignUse *use = arena_new(c->arena, SignUse);
    *use = (SignUse){c->func->sign_uses, sym, span, beside};
    c->func->sign_uses = use;
}

static void store_negative(Checker *c, Sym *sym, Span span) {
    if (c->func == NULL || sym->may_be_negative)
        return;
    sym->may_be_negative = true;
    keep(c, sym, span, NULL);
}

// Library functions whose -1 says that something went wrong.
static bool says_minus_one(const Node *node) {
    static const char *const names[] = {"read", "write", "scanf", "fscanf", "sscanf"};
    const char *native = check_native_of(node);
    for (size_t i = 0; native != NULL && i < COUNT_OF(names); i++) {
        if (strcmp(native, names[i]) == 0)
            return true;
    }
    return false;
}

static bool may_be_negative(const Node *value) {
    if (value->kind == ND_INT)
        return type_is_signed(value->type) && (int64_t)value->value < 0;
    return value->kind == ND_NEG || says_minus_one(value);
}

void check_sign_stored(Checker *c, Sym *sym, const Node *value) {
    value = check_as_written(value);
    if (is_signed_local(sym) && value->type != NULL && type_is_integer(value->type) &&
        may_be_negative(value))
        store_negative(c, sym, value->span);
}

void check_sign_lowered(Checker *c, const Node *node) {
    if (node->lhs->kind == ND_NAME && is_signed_local(node->lhs->sym))
        store_negative(c, node->lhs->sym, node->span);
}

// Of int's rank or more, so that no promotion makes it signed.
static bool is_unsigned(const Node *node) {
    return type_is_integer(node->type) && !type_is_signed(node->type) &&
           type_rank(node->type) >= 3;
}

// unsigned < 0 and the like never happen.
static void warn_always(Checker *c, const Node *node) {
    const Node *a = node->lhs, *b = node->rhs;
    if (is_unsigned(a) && b->kind == ND_INT && b->value == 0 &&
        (node->kind == ND_LT || node->kind == ND_GE))
        check_warn(c, DIAG_ALWAYS, node->op_span, node->kind == ND_LT ? "false" : "true",
                   type_text(c, a->type));
    else if (is_unsigned(b) && a->kind == ND_INT && a->value == 0 &&
             (node->kind == ND_GT || node->kind == ND_LE))
        check_warn(c, DIAG_ALWAYS, node->op_span, node->kind == ND_GT ? "false" : "true",
                   type_text(c, b->type));
}

// `i >= 0`, `n == -1`, `0 > i`: the program knows that it may be negative.
static void note_test(const Node *name, const Node *number) {
    if (name->kind == ND_NAME && is_signed_local(name->sym) && number->kind == ND_INT &&
        ((int64_t)number->value <= 0 || number->value == 1))
        name->sym->is_sign_tested = true;
}

static bool is_order(const Node *node) {
    return node->kind != ND_EQ && node->kind != ND_NE;
}

void check_sign_compared(Checker *c, const Node *node) {
    const Node *a = node->lhs, *b = node->rhs;
    warn_always(c, node);
    note_test(a, b);
    note_test(b, a);
    if (is_unsigned(a) == is_unsigned(b))
        return;
    const Node *minus = is_unsigned(a) ? b : a; // the side that is perhaps negative
    const Type *beside = is_unsigned(a) ? a->type : b->type;
    if (!type_is_integer(minus->type) || !type_is_signed(minus->type) ||
        type_rank(beside) < type_rank(minus->type))
        return;
    if (minus->kind == ND_INT && (int64_t)minus->value < 0)
        check_warn(c, DIAG_SIGN_COMPARE, node->op_span, (long long)minus->value,
                   type_text(c, beside));
    else if (minus->kind == ND_NAME && is_signed_local(minus->sym) && is_order(node) &&
             c->func != NULL)
        keep(c, minus->sym, node->op_span, beside);
}

static void warn_mixed(Checker *c, const FuncState *state, const SignUse *use) {
    const char *name = use->sym->name->text;
    Diag *diag =
        check_warn(c, DIAG_SIGN_MIXED, use->span, name, type_text(c, use->beside));
    if (diag == NULL)
        return;
    for (const SignUse *each = state->sign_uses; each != NULL; each = each->next) {
        if (each->sym == use->sym && each->beside == NULL)
            diag_note(c->diags, diag, each->span, "it may become negative here");
    }
    diag_note(c->diags, diag, (Span){0},
              "ask `%s < 0` before, or compare with a number that is signed too", name);
}

void check_sign_close(Checker *c, FuncState *state) {
    SignUse *in_order = NULL;
    while (state->sign_uses != NULL) {
        SignUse *use = state->sign_uses;
        state->sign_uses = use->next;
        use->next = in_order;
        in_order = use;
    }
    state->sign_uses = in_order;
    for (const SignUse *use = state->sign_uses; use != NULL; use = use->next) {
        if (use->beside != NULL && use->sym->may_be_negative && !use->sym->is_sign_tested)
            warn_mixed(c, state, use);
    }
}
