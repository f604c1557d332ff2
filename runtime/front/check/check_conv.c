// check_conv.c: conversions (C17 6.3), implicit and written.
//
// What enters: a typed expression and the type wanted. What leaves: the expression, or an
// ND_CAST around it; an implicit one has is_implicit. Constants are converted at once. A
// type that differs in qualifiers only needs no cast.
//
// What is refused is what gcc refuses with -pedantic-errors: pointers to incompatible
// types, dropped qualifiers, integers for pointers. Handles are exact: coroutine(int) is
// no coroutine(long).
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

// ---------------------------------------------------------------- values

Node *conv_decay(Checker *c, Node *node) {
    Type *type = node->type;
    if (type->kind == TY_ARRAY || type->kind == TY_FUNC) {
        Node *decay = check_node(c, ND_DECAY, node->span, NULL);
        decay->op_span = node->op_span;
        decay->lhs = node;
        decay->in_parens = node->in_parens;
        decay->type =
            type_pointer_to(c->types, type->kind == TY_ARRAY ? type->base : type);
        if (type->kind == TY_ARRAY) {
            const Sym *root = check_root_variable(node);
            if (root != NULL && root->is_register && c->unevaluated == 0)
                diag_add(c->diags, DIAG_ADDR_OF_REGISTER, node->span, root->name->text);
            check_take_address(c, node);
        }
        return decay;
    }
    const Sym *sym = node->kind == ND_NAME ? node->sym : NULL;
    if (sym != NULL && sym->is_const_value) {
        if (type_is_integer(type))
            return check_int(c, node->span, type->unqual, (uint64_t)sym->value);
        Node *number = check_node(c, ND_FLOAT, node->span, type->unqual);
        memcpy(&number->number, &sym->value, sizeof number->number);
        return number;
    }
    return node;
}

Node *conv_to(Checker *c, Node *node, Type *type) {
    type = type->unqual;
    if (node->type->unqual == type || node->type->kind == TY_ERROR ||
        type->kind == TY_ERROR)
        return node;
    check_slip_to_float(c, node, type);
    Node *cast = check_node(c, ND_CAST, node->span, type);
    cast->op_span = node->op_span;
    cast->lhs = node;
    cast->is_implicit = true;
    const_fold_cast(cast);
    return cast;
}

// A bit-field narrower than int is an int when int can hold its values (C17 6.3.1.1p2).
Type *conv_promoted_type(Checker *c, const Node *node) {
    Type *type = node->type->unqual;
    unsigned width = bits_of(node);
    if (width > 0) {
        if (width < 32 || (width == 32 && type_is_signed(type)))
            return c->type_int;
        if (width == 32 && type_is_integer(type))
            return c->type_uint;
    }
    return type_is_integer(type) ? type_promote(c->types, type) : type;
}

Node *conv_promote(Checker *c, Node *node) {
    return conv_to(c, node, conv_promoted_type(c, node));
}

Node *conv_default_promote(Checker *c, Node *node) {
    if (node->type->kind == TY_FLOAT)
        return conv_to(c, node, c->type_double);
    if (type_is_integer(node->type))
        return conv_promote(c, node);
    return node->type->kind == TY_NULLPTR
               ? conv_to(c, node, type_pointer_to(c->types, c->type_void))
               : node;
}

// ---------------------------------------------------------------- assignment

typedef enum Verdict {
    FITS,
    BAD,           // unrelated types
    DROPS_QUALS,   // const char * to char *
    POINTER_TYPES, // int * to char *
    SIGN_DIFFERS,  // char * to unsigned char *
    INT_TO_POINTER,
    POINTER_TO_INT,
    FUNC_AND_VOID
} Verdict;

// char * and unsigned char *: gcc names this mistake apart, since it is often harmless.
static bool differs_in_sign(const Type *a, const Type *b) {
    return type_is_integer(a) && type_is_integer(b) && a->size_bytes == b->size_bytes &&
           a->kind != TY_BOOL && b->kind != TY_BOOL && (type_rank(a) == type_rank(b));
}

// C17 6.5.16.1p1, the pointer cases. An array's qualifiers are its elements'
// (C23 6.5.17.2).
static Verdict fit_pointers(const Type *from, const Type *to) {
    const Type *a = from->base;
    const Type *b = to->base;
    uint8_t a_quals = a->quals;
    uint8_t b_quals = b->quals;
    bool drops = (a_quals & ~b_quals & ~QUAL_ATOMIC) != 0;
    if (a->kind == TY_VOID || b->kind == TY_VOID) {
        if (a->kind == TY_FUNC || b->kind == TY_FUNC)
            return FUNC_AND_VOID;
        return drops ? DROPS_QUALS : FITS;
    }
    const Type *x = a->unqual;
    const Type *y = b->unqual;
    while (x->kind == TY_ARRAY &&
           y->kind == TY_ARRAY) { // pointers to arrays of arrays: look at the element
        if (x->is_complete && y->is_complete && !x->is_vla && !y->is_vla &&
            x->count != y->count)
            return POINTER_TYPES;
        x = x->base;
        y = y->base;
        drops = drops || (x->quals & ~y->quals) != 0;
        x = x->unqual;
        y = y->unqual;
    }
    if (type_compatible(x, y))
        return drops ? DROPS_QUALS : FITS;
    return differs_in_sign(x, y) ? SIGN_DIFFERS : POINTER_TYPES;
}

// Exactly the same handle type, a null, or any awaitable where the library takes all.
static Verdict fit_to_handle(const Node *value, const Type *to) {
    const Type *from = value->type->unqual;
    if (from == to || check_is_null(value) || from->kind == TY_NULLPTR)
        return FITS;
    if (to->kind == TY_HANDLE && to->is_any_awaitable && type_is_awaitable(from))
        return FITS;
    return BAD;
}

// C17 6.5.16.1p1, by the target's type.
static Verdict fit(const Node *value, const Type *to) {
    const Type *from = value->type->unqual;
    to = to->unqual;
    if (type_is_arithmetic(to)) {
        if (type_is_arithmetic(from))
            return FITS;
        if (from->kind == TY_POINTER)
            return to->kind == TY_BOOL   ? FITS
                   : type_is_integer(to) ? POINTER_TO_INT
                                         : BAD;
        return to->kind == TY_BOOL && (from->kind == TY_NULLPTR || type_is_handle(from))
                   ? FITS
                   : BAD;
    }
    if (to->kind == TY_POINTER) {
        if (check_is_null(value) || from->kind == TY_NULLPTR)
            return FITS;
        if (from->kind == TY_POINTER)
            return fit_pointers(from, to);
        return type_is_integer(from) ? INT_TO_POINTER : BAD;
    }
    if (to->kind == TY_NULLPTR)
        return check_is_null(value) || from->kind == TY_NULLPTR ? FITS : BAD;
    if (type_is_handle(to))
        return fit_to_handle(value, to);
    return from == to ? FITS : BAD;
}

// How the message begins: what was being done with the value.
static const char *use_text(Checker *c, const ConvUse *use) {
    switch (use->kind) {
    case CONV_ASSIGN:
        return "assigning";
    case CONV_INIT:
        return "initialising";
    case CONV_ARG:
        return use->func == NULL
                   ? arena_printf(c->arena, "argument %u: passing", use->index)
                   : arena_printf(c->arena, "argument %u of `%s`: passing", use->index,
                                  use->func->name->text);
    case CONV_RETURN:
        return "returning";
    case CONV_YIELD:
        return "yielding";
    default:
        return "sending";
    }
}

// One message a verdict; all take what was done, the type had and the type needed.
static DiagCode verdict_code(Verdict verdict) {
    switch (verdict) {
    case DROPS_QUALS:
        return DIAG_CONV_QUALS;
    case POINTER_TYPES:
        return DIAG_CONV_POINTERS;
    case SIGN_DIFFERS:
        return DIAG_CONV_SIGN;
    case INT_TO_POINTER:
        return DIAG_CONV_INT_TO_POINTER;
    case POINTER_TO_INT:
        return DIAG_CONV_POINTER_TO_INT;
    case FUNC_AND_VOID:
        return DIAG_CONV_FUNC_VOID;
    default:
        return DIAG_CONV;
    }
}

// Two types of one tag: a later cell has declared it anew.
static bool is_declared_anew(const Type *x, const Type *y) {
    while (x->kind == TY_POINTER && y->kind == TY_POINTER) {
        x = x->base;
        y = y->base;
    }
    x = x->unqual;
    y = y->unqual;
    return x != y && x->tag_name != NULL && x->tag_name == y->tag_name &&
           (x->stale_origin != NULL || y->stale_origin != NULL);
}

// What a beginner most likely meant.
static void add_conv_hint(Checker *c, Diag *diag, const Node *value, const Type *to) {
    const Type *from = value->type;
    if (type_is_handle(from) && from->kind != TY_HANDLE &&
        from->base->unqual == to->unqual && type_is_awaitable(from)) {
        diag_fix(c->diags, diag,
                 (Span){value->span.source, value->span.begin, value->span.begin},
                 "await ", "this is a `%s`; `await` gives its result",
                 type_text(c, from));
    } else if (from->kind == TY_GENERATOR && from->base->unqual == to->unqual) {
        diag_note(c->diags, diag, (Span){0},
                  "`next(...)` gives a generator's next value");
    } else if (to->kind == TY_POINTER && to->base->unqual == from->unqual &&
               check_is_lvalue(value)) {
        diag_fix(c->diags, diag,
                 (Span){value->span.source, value->span.begin, value->span.begin}, "&",
                 "did you mean its address, with `&`?");
    } else if (value->kind == ND_DECAY && value->lhs->kind == ND_STRING &&
               to->kind == TY_CHAR && value->lhs->string_bytes == 1) {
        diag_note(c->diags, diag, (Span){0}, "a character has single quotes: '%c'",
                  value->lhs->string[0]);
    } else if (from->kind == TY_POINTER && from->base->unqual == to->unqual &&
               to->kind != TY_VOID) {
        diag_fix(c->diags, diag,
                 (Span){value->span.source, value->span.begin, value->span.begin}, "*",
                 "did you mean what it points at, with `*`?");
    } else if (from->kind == TY_POINTER && from->base->kind == TY_FUNC &&
               from->base->base->unqual == to->unqual) {
        diag_note(c->diags, diag, (Span){0},
                  "to call the function, write `()` behind it");
    } else if (to->kind == TY_COROUTINE && from->kind == TY_COROUTINE) {
        diag_note(c->diags, diag, (Span){0}, "handles are of exactly one type");
    } else if (is_declared_anew(from, to)) {
        diag_note(c->diags, diag, (Span){0},
                  "the type was declared anew since; define what still has the old one "
                  "again");
    }
}

// A callback that was defined without its type is an `int` function: that is the mistake,
// and told once, not at each use.
static void explain_implied_int(Checker *c, Diag *diag, const Node *value,
                                const Type *to) {
    Sym *sym =
        value->kind == ND_DECAY && value->lhs->kind == ND_NAME ? value->lhs->sym : NULL;
    bool is_implied = sym != NULL && sym->body != NULL && sym->body->kind == ND_FUNC &&
                      (sym->body->spec->storage & FUNC_IMPLIED_INT) != 0;
    if (!is_implied || to->kind != TY_POINTER || to->base->kind != TY_FUNC ||
        to->base->base->kind == TY_INT)
        return;
    const char *result = type_text(c, to->base->base);
    diag_fix(c->diags, diag, (Span){sym->span.source, sym->span.begin, sym->span.begin},
             arena_printf(c->arena, "%s ", result),
             "`%s` has no type, so its result is `int`; write `%s` in front of it",
             sym->name->text, result);
    sym->type = c->type_error;
}

// With the parameter it was meant for, if the program declared it.
static Node *report_conv(Checker *c, Node *value, const Type *to, const ConvUse *use,
                         Verdict verdict) {
    const Type *from = value->type;
    Diag *diag = diag_add(c->diags, verdict_code(verdict), value->span, use_text(c, use),
                          type_text(c, from), type_text(c, to));
    add_conv_hint(c, diag, value, to);
    explain_implied_int(c, diag, value, to);
    if (use->kind == CONV_ARG && use->param != NULL && use->func != NULL &&
        !use->func->is_library && use->param->span.source != 0) {
        const char *name = use->param->name == NULL ? "" : use->param->name->text;
        diag_note(c->diags, diag, use->param->span, "the parameter is `%s`",
                  type_print_decl(c->arena, use->param->type, name));
    }
    return check_poison(c, value);
}

// A constant that changes its value on the way into an integer type.
static void warn_constant(Checker *c, const Node *value, const Type *to) {
    if (c->unevaluated > 0 || !type_is_integer(to) || to->kind == TY_BOOL)
        return;
    if (value->kind == ND_FLOAT) {
        double number = value->number;
        bool is_whole =
            number >= -9.0e15 && number <= 9.0e15 && number == (double)(int64_t)number;
        if (!is_whole)
            check_warn(c, DIAG_FLOAT_TO_INT, value->span, number, type_text(c, to));
        return;
    }
    if (value->kind != ND_INT || !type_is_integer(value->type))
        return;
    uint64_t wrapped = const_wrap(to, value->value);
    bool fits_unsigned_bits =
        !type_is_signed(to) && (int64_t)value->value < 0; // -1 for all bits: idiom
    bool is_hex_bits = type_is_signed(to) && !type_is_signed(value->type) &&
                       to->size_bytes == value->type->size_bytes;
    bool is_char_bits = to->size_bytes == 1 && value->value <= 0xff; // char c = 0x80
    if (wrapped != value->value && !fits_unsigned_bits && !is_hex_bits && !is_char_bits)
        check_warn(c, DIAG_CONSTANT_CHANGES, value->span, (long long)value->value,
                   type_text(c, to), (long long)wrapped);
}

// GNU: an argument for a parameter of a transparent union is given as the first member
// that takes it; a pointer of another type fits a void * only if nothing fits exactly.
static Node *through_union(Checker *c, Node *value, Type *to) {
    const Field *found = NULL;
    for (const Field *field = to->fields; field != NULL; field = field->next) {
        const Type *type = field->type->unqual;
        bool is_same = type == value->type->unqual;
        bool fits = is_same || (type->kind == TY_POINTER && fit(value, type) == FITS);
        if (fits && (found == NULL || is_same))
            found = field;
        if (is_same)
            break;
    }
    return found == NULL ? NULL
                         : check_as_member(c, conv_to(c, value, found->type), to, found);
}

Node *conv_assign(Checker *c, Node *value, Type *target, const ConvUse *use) {
    if (is_error(value) || target->kind == TY_ERROR)
        return check_poison(c, value);
    value = check_dual_as_coroutine(c, value, target);
    if (value->type->kind == TY_VOID) {
        Diag *diag =
            diag_add(c->diags, DIAG_VOID_USED, value->span, check_describe(c, value));
        if (value->kind == ND_CALL && value->call_sym != NULL)
            check_note_declared(c, diag, value->call_sym);
        return check_poison(c, value);
    }
    Verdict verdict = fit(value, target);
    if (verdict == BAD && use->kind == CONV_ARG && target->unqual->is_transparent) {
        Node *as_member = through_union(c, value, target->unqual);
        if (as_member != NULL)
            return as_member;
    }
    if (verdict == FUNC_AND_VOID) { // POSIX needs it (dlsym), and gcc says nothing
        check_warn(c, DIAG_CONV_FUNC_VOID, value->span, use_text(c, use),
                   type_text(c, value->type), type_text(c, target));
        return conv_to(c, value, target);
    }
    if (verdict != FITS)
        return report_conv(c, value, target, use, verdict);
    warn_constant(c, value, target->unqual);
    const Type *stranger = check_enum_stranger(value, target);
    if (stranger != NULL)
        check_warn(c, DIAG_ENUM_STORED, value->span, use_text(c, use),
                   type_text(c, stranger), type_text(c, target->unqual));
    check_slip_alloc(c, value, target->unqual);
    return conv_to(c, value, target);
}

// ---------------------------------------------------------------- casts

// C17 6.5.4: scalars to scalars; no floats to pointers; anything to void.
static bool can_cast(const Type *from, const Type *to) {
    if (to->kind == TY_VOID)
        return true;
    if (type_is_handle(from) || type_is_handle(to))
        return from->unqual == to->unqual || to->kind == TY_BOOL;
    if (!type_is_scalar(from) || !type_is_scalar(to))
        return false;
    if (to->kind == TY_NULLPTR)
        return from->kind == TY_NULLPTR;
    if (from->kind == TY_NULLPTR)
        return to->kind == TY_POINTER || to->kind == TY_BOOL;
    bool is_a_pointer = from->kind == TY_POINTER;
    bool is_b_pointer = to->kind == TY_POINTER;
    return !(is_a_pointer && type_is_floating(to)) &&
           !(is_b_pointer && type_is_floating(from));
}

// A compound literal is what people mean by a cast to a struct.
static void report_cast(Checker *c, const Node *node, const Type *from, const Type *to) {
    Diag *diag = diag_add(c->diags, DIAG_BAD_CAST, node->span, type_text(c, from),
                          type_text(c, to));
    if (type_is_record(to))
        diag_note(c->diags, diag, (Span){0},
                  "a value of this type is written `(%s){ ... }`", type_text(c, to));
    else if (type_is_handle(from) && type_is_awaitable(from))
        diag_note(c->diags, diag, (Span){0}, "`await` gives its result");
}

Node *conv_explicit(Checker *c, Node *node) {
    Type *to = check_type_name(c, node->type_name);
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    Type *from = node->lhs->type;
    if (to->kind == TY_ERROR || from->kind == TY_ERROR)
        return check_poison(c, node);
    if (from->kind == TY_VOID && to->kind != TY_VOID) {
        diag_add(c->diags, DIAG_VOID_USED, node->lhs->span, check_describe(c, node->lhs));
        return check_poison(c, node);
    }
    if (check_is_null(node->lhs) && type_is_handle(to)) {
        node->type = to->unqual;
        const_fold_cast(node);
        return node;
    }
    Node *literal = to->kind == TY_UNION && from->unqual != to->unqual
                        ? check_union_cast(c, node, to)
                        : NULL;
    if (literal != NULL)
        return literal;
    if (!can_cast(from, to)) {
        report_cast(c, node, from, to);
        return check_poison(c, node);
    }
    bool is_func_void = to->kind == TY_POINTER && from->kind == TY_POINTER &&
                        !check_is_null(node->lhs) &&
                        ((to->base->kind == TY_FUNC && from->base->kind == TY_VOID) ||
                         (to->base->kind == TY_VOID && from->base->kind == TY_FUNC));
    if (is_func_void)
        check_warn(c, DIAG_CAST_FUNC_VOID, node->span);
    if (from->kind == TY_POINTER && type_is_integer(to) && to->size_bytes < 8 &&
        to->kind != TY_BOOL)
        check_warn(c, DIAG_CAST_NARROW, node->span, type_text(c, from), type_text(c, to));
    check_slip_alloc(c, node->lhs, to->unqual);
    node->type = to->unqual;
    node->is_implicit = false;
    const_fold_cast(node);
    return node;
}
