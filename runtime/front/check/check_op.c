// check_op.c: operators with two and three operands (C17 6.5.5-6.5.17).
//
// What enters: a node with unchecked operands. What leaves: operands converted to one
// type (usual arithmetic conversions), a pointer always on the left of + and -, the
// integer beside it a long; constants folded.
//
// Read next: check_conv.c (what converts to what), const_eval.c.
#include "front/check/check_inner.h"
#include <assert.h>
#include <string.h>

bool check_is_null(const Node *node) {
    if (node->kind != ND_INT || node->value != 0)
        return false;
    const Type *type = node->type;
    return type_is_integer(type) || type->kind == TY_NULLPTR ||
           (type->kind == TY_POINTER && type->base->kind == TY_VOID &&
            type->base->quals == 0);
}

// For messages.
const char *check_op_text(NodeKind kind) {
    static const char *const texts[] = {
        [ND_ADD] = "+",   [ND_SUB] = "-",    [ND_MUL] = "*",  [ND_DIV] = "/",
        [ND_REM] = "%",   [ND_SHL] = "<<",   [ND_SHR] = ">>", [ND_BITAND] = "&",
        [ND_BITOR] = "|", [ND_BITXOR] = "^", [ND_LT] = "<",   [ND_LE] = "<=",
        [ND_GT] = ">",    [ND_GE] = ">=",    [ND_EQ] = "==",  [ND_NE] = "!=",
        [ND_AND] = "&&",  [ND_OR] = "||",
    };
    return texts[kind];
}

// With what the operator seems to have been meant for.
static Node *report_operands(Checker *c, Node *node, NodeKind op) {
    Diag *diag = diag_add(c->diags, DIAG_OPERANDS, node->op_span, check_op_text(op),
                          type_text(c, node->lhs->type), type_text(c, node->rhs->type));
    bool is_string = (node->lhs->kind == ND_DECAY && node->lhs->lhs->kind == ND_STRING) ||
                     (node->rhs->kind == ND_DECAY && node->rhs->lhs->kind == ND_STRING);
    if (op == ND_ADD && is_string)
        diag_note(c->diags, diag, (Span){0},
                  "strings are joined with `strcat`, or with `snprintf` into an array");
    if (op == ND_REM &&
        (type_is_floating(node->lhs->type) || type_is_floating(node->rhs->type)))
        diag_note(c->diags, diag, (Span){0},
                  "`%%` is for integers; the remainder of floating numbers is `fmod`");
    if (type_is_awaitable(node->lhs->type) || type_is_awaitable(node->rhs->type))
        diag_note(c->diags, diag, (Span){0}, "`await` gives its result");
    return check_poison(c, node);
}

// ---------------------------------------------------------------- arithmetic

// Constant operands that make a fault are known now; the program may never come here, so
// it is a warning.
static void warn_fault(Checker *c, const Node *node) {
    if (c->unevaluated > 0)
        return;
    switch (const_fault(node)) {
    case ARITH_OVERFLOW:
        check_warn(c, DIAG_OVERFLOW, node->span, type_text(c, node->type));
        break;
    case ARITH_DIV_ZERO:
        check_warn(c, DIAG_DIV_ZERO, node->op_span);
        break;
    case ARITH_SHIFT:
        check_warn(c, DIAG_SHIFT_RANGE, node->rhs->span, (long long)node->rhs->value,
                   type_text(c, node->type), (int)node->type->size_bytes * 8);
        break;
    default:
        break;
    }
}

// C17 6.3.1.8, on both sides. Returns the width of what wide bit-fields compute; or 0.
static unsigned convert_usual(Checker *c, Node *node) {
    Type *a = conv_promoted_type(c, node->lhs);
    Type *b = conv_promoted_type(c, node->rhs);
    BitsType common = bits_common(c, node->lhs, node->rhs, type_usual(c->types, a, b));
    node->lhs = bits_convert(c, node->lhs, common);
    node->rhs = bits_convert(c, node->rhs, common);
    node->type = common.type;
    return common.bits;
}

// What both sides being constant allows.
static Node *finish(Checker *c, Node *node) {
    check_slip_computed(node);
    warn_fault(c, node);
    const_fold_binary(node);
    return node;
}

// C17 6.5.5, 6.5.10-12: % and the bit operators need integers.
static Node *arithmetic(Checker *c, Node *node) {
    bool needs_integers = node->kind != ND_ADD && node->kind != ND_SUB &&
                          node->kind != ND_MUL && node->kind != ND_DIV;
    const Type *a = node->lhs->type;
    const Type *b = node->rhs->type;
    bool is_ok = needs_integers ? type_is_integer(a) && type_is_integer(b)
                                : type_is_arithmetic(a) && type_is_arithmetic(b);
    if (!is_ok) {
        Node *result = report_operands(c, node, node->kind);
        return result;
    }
    unsigned bits = convert_usual(c, node);
    return bits_cut(c, finish(c, node), bits);
}

// C17 6.5.7p3: each side is promoted alone, the result has the left one's type.
static Node *shift(Checker *c, Node *node) {
    if (!type_is_integer(node->lhs->type) || !type_is_integer(node->rhs->type))
        return report_operands(c, node, node->kind);
    unsigned bits = bits_of(node->lhs);
    node->lhs = conv_promote(c, node->lhs);
    node->rhs = conv_promote(c, node->rhs);
    node->type = node->lhs->type->unqual;
    return bits_cut(c, finish(c, node), bits);
}

// ---------------------------------------------------------------- pointers

// Pointer arithmetic needs an object type of known size (C17 6.5.6p2-3).
// Addresses of labels (GNU) are numbers in a void *; their distances are counted in ones.
static bool check_pointee(Checker *c, const Node *node, const Type *pointer) {
    const Type *base = pointer->base;
    bool is_label = node->lhs->kind == ND_INT && node->lhs->value != 0;
    if (is_label && base->kind == TY_VOID)
        return true;
    if (base->kind == TY_ERROR)
        return false;
    if (base->kind == TY_VOID || base->kind == TY_FUNC) {
        Diag *diag =
            diag_add(c->diags, DIAG_POINTER_STEP, node->op_span, type_text(c, pointer));
        if (base->kind == TY_VOID)
            diag_note(c->diags, diag, (Span){0},
                      "`void` has no size: convert to `char *` to count bytes");
        return false;
    }
    return check_complete(c, pointer->base, node->span, "what this points at");
}

// C17 6.5.6p8, with the pointer put on the left.
static Node *step_pointer(Checker *c, Node *node) {
    if (node->kind == ND_ADD && node->rhs->type->kind == TY_POINTER) {
        Node *pointer = node->rhs;
        node->rhs = node->lhs;
        node->lhs = pointer;
    }
    if (!check_pointee(c, node, node->lhs->type))
        return check_poison(c, node);
    bool is_string = node->lhs->kind == ND_DECAY && node->lhs->lhs->kind == ND_STRING;
    if (is_string && node->kind == ND_ADD && node->rhs->kind != ND_INT &&
        !check_is_library(c, node->span)) {
        Diag *diag = check_warn(c, DIAG_STRING_PLUS, node->op_span);
        if (diag != NULL)
            diag_note(c->diags, diag, (Span){0},
                      "strings are joined with `strcat` or `snprintf`");
    }
    node->rhs = conv_to(c, node->rhs, c->type_long);
    node->type = node->lhs->type->unqual;
    return node;
}

// C17 6.5.6p9: ptrdiff_t is long.
static Node *pointer_difference(Checker *c, Node *node) {
    const Type *a = node->lhs->type;
    const Type *b = node->rhs->type;
    if (!type_compatible(a->base->unqual, b->base->unqual)) {
        diag_add(c->diags, DIAG_POINTERS_DIFFER, node->op_span, type_text(c, a),
                 type_text(c, b));
        return check_poison(c, node);
    }
    if (!check_pointee(c, node, a))
        return check_poison(c, node);
    node->type = c->type_long;
    int64_t unit = a->base->kind == TY_VOID ? 1 : (int64_t)a->base->size_bytes;
    if (node->lhs->kind == ND_INT && node->rhs->kind == ND_INT && unit > 0)
        const_become_int(
            node, (uint64_t)((int64_t)(node->lhs->value - node->rhs->value) / unit));
    return node;
}

// Pointers first; what is left is arithmetic.
static Node *additive(Checker *c, Node *node) {
    bool is_a_pointer = node->lhs->type->kind == TY_POINTER;
    bool is_b_pointer = node->rhs->type->kind == TY_POINTER;
    if (is_a_pointer && is_b_pointer && node->kind == ND_SUB)
        return pointer_difference(c, node);
    if (is_a_pointer && type_is_integer(node->rhs->type))
        return step_pointer(c, node);
    if (is_b_pointer && type_is_integer(node->lhs->type) && node->kind == ND_ADD)
        return step_pointer(c, node);
    return arithmetic(c, node);
}

// ---------------------------------------------------------------- comparison

// A literal, perhaps already converted.
static bool is_string(const Node *node) {
    while (node->kind == ND_CAST && node->is_implicit)
        node = node->lhs;
    return node->kind == ND_DECAY && node->lhs->kind == ND_STRING;
}

// == on strings compares where they are, which is never what is meant.
static void warn_string_compare(Checker *c, const Node *node) {
    if (!is_string(node->lhs) && !is_string(node->rhs))
        return;
    Diag *diag = check_warn(c, DIAG_STRING_COMPARE, node->op_span);
    if (diag != NULL)
        diag_note(c->diags, diag, (Span){0}, "to compare the texts: `strcmp(a, b) %s 0`",
                  check_op_text(node->kind));
}

// The operands' common type, or NULL after a message: pointers to compatible types, void
// *, null (C17 6.5.8, 6.5.9).
static Type *compared_pointers(Checker *c, Node *node) {
    Type *a = node->lhs->type;
    Type *b = node->rhs->type;
    bool is_equality = node->kind == ND_EQ || node->kind == ND_NE;
    if (a->kind == TY_POINTER && b->kind == TY_POINTER) {
        if (is_equality && check_is_null(node->rhs))
            return a->unqual;
        if (is_equality && check_is_null(node->lhs))
            return b->unqual;
        bool is_void = a->base->kind == TY_VOID || b->base->kind == TY_VOID;
        bool is_func = a->base->kind == TY_FUNC || b->base->kind == TY_FUNC;
        bool fits = type_compatible(a->base->unqual, b->base->unqual);
        if (fits && (is_equality || !is_func))
            return a->unqual;
        if (is_void && !is_func && is_equality)
            return a->base->kind == TY_VOID ? a->unqual : b->unqual;
        if (fits) {
            diag_add(c->diags, DIAG_FUNCTION_ORDER, node->op_span);
            return NULL;
        }
        diag_add(c->diags, DIAG_POINTERS_DIFFER, node->op_span, type_text(c, a),
                 type_text(c, b));
        return NULL;
    }
    Node *other = a->kind == TY_POINTER ? node->rhs : node->lhs;
    Type *pointer = a->kind == TY_POINTER ? a : b;
    if (is_equality && (check_is_null(other) || other->type->kind == TY_NULLPTR))
        return pointer->unqual;
    if (type_is_integer(other->type)) {
        Diag *diag = diag_add(c->diags, DIAG_POINTER_INTEGER, node->op_span,
                              type_text(c, a), type_text(c, b));
        if (pointer->base->kind == TY_CHAR && other->kind == ND_INT)
            diag_note(c->diags, diag, (Span){0},
                      "one character of a string is `*s` or `s[i]`");
        return NULL;
    }
    report_operands(c, node, node->kind);
    return NULL;
}

// Two handles are equal when they are the same task, future or whatever.
static Type *compared_handles(Checker *c, Node *node) {
    Type *a = node->lhs->type->unqual;
    Type *b = node->rhs->type->unqual;
    bool is_equality = node->kind == ND_EQ || node->kind == ND_NE;
    if (is_equality && (a == b || check_is_null(node->rhs)))
        return a;
    if (is_equality && check_is_null(node->lhs))
        return b;
    report_operands(c, node, node->kind);
    return NULL;
}

// C17 6.5.8-9: the result is an int whatever is compared.
static Node *comparison(Checker *c, Node *node) {
    Type *a = node->lhs->type;
    Type *b = node->rhs->type;
    Type *common;
    if (type_is_arithmetic(a) && type_is_arithmetic(b)) {
        if (c->unevaluated == 0) {
            check_sign_compared(c, node);
            check_habit_typed(c, node);
            check_slip_compared(c, node);
            check_enum_compared(c, node);
        }
        convert_usual(c, node);
        node->type = c->type_int;
        return finish(c, node);
    }
    if (type_is_handle(a) || type_is_handle(b)) {
        common = compared_handles(c, node);
    } else if (a->kind == TY_POINTER || b->kind == TY_POINTER) {
        common = compared_pointers(c, node);
        if (common != NULL) {
            warn_string_compare(c, node);
            check_slip_addresses(c, node);
        }
    } else if (a->kind == TY_NULLPTR && b->kind == TY_NULLPTR) {
        common = a->unqual;
    } else {
        return report_operands(c, node, node->kind);
    }
    if (common == NULL)
        return check_poison(c, node);
    node->lhs = conv_to(c, node->lhs, common);
    node->rhs = conv_to(c, node->rhs, common);
    node->type = c->type_int;
    return node;
}

// C17 6.5.13-14.
static Node *logical(Checker *c, Node *node) {
    if (!type_is_scalar(node->lhs->type) || !type_is_scalar(node->rhs->type))
        return report_operands(c, node, node->kind);
    node->type = c->type_int;
    if (c->unevaluated == 0)
        check_habit_logical(c, node);
    const_fold_binary(node);
    return node;
}

Node *check_binary(Checker *c, Node *node) {
    bool allow_end = c->allow_end;
    c->allow_end = false;
    check_habit_parsed(c, node);
    check_slip_power(c, node);
    check_slip_order(c, node);
    bool is_count = check_slip_is_count(node);
    node->lhs = check_value(c, node->lhs);
    if (node->kind == ND_AND || node->kind == ND_OR) {
        check_branch_begin(c, node->lhs, node->kind == ND_OR);
        node->rhs = check_value(c, node->rhs);
        check_branch_end(c, node->lhs, node->kind == ND_OR);
    } else {
        node->rhs = check_value(c, node->rhs);
    }
    c->allow_end = allow_end;
    if (is_error(node->lhs) || is_error(node->rhs))
        return check_poison(c, node);
    if (is_count)
        check_slip_count(c, node);
    switch (node->kind) {
    case ND_ADD:
    case ND_SUB:
        return additive(c, node);
    case ND_SHL:
    case ND_SHR:
        return shift(c, node);
    case ND_LT:
    case ND_LE:
    case ND_GT:
    case ND_GE:
    case ND_EQ:
    case ND_NE:
        return comparison(c, node);
    case ND_AND:
    case ND_OR:
        return logical(c, node);
    default:
        return arithmetic(c, node);
    }
}

// ---------------------------------------------------------------- assignment

Node *check_assign(Checker *c, Node *node) {
    check_slip_assigned(c, node);
    check_slip_order(c, node);
    node->lhs = check_expr(c, node->lhs);
    node->rhs = conv_decay(c, check_expr(c, node->rhs));
    if (is_error(node->lhs) && node->lhs->kind == ND_NAME && !is_error(node->rhs))
        check_propose_declaration(c, node->lhs, node->rhs);
    if (is_error(node->lhs) || is_error(node->rhs))
        return check_poison(c, node);
    if (!check_modifiable(c, node->lhs, node->lhs->span, "assign to"))
        return check_poison(c, node);
    check_habit_assigned(c, node);
    ConvUse use = {.kind = CONV_ASSIGN};
    node->rhs = conv_assign(c, node->rhs, node->lhs->type, &use);
    if (node->lhs->kind == ND_NAME)
        check_sign_stored(c, node->lhs->sym, node->rhs);
    else if (bits_is_field(node->lhs))
        bits_stored(c, node->lhs->field, node->rhs);
    node->type = is_error(node->rhs) ? c->type_error : node->lhs->type->unqual;
    return node;
}

// What `lhs op rhs` is computed in; NULL after a message.
static Type *op_assign_type(Checker *c, Node *node) {
    const Type *a = node->lhs->type;
    const Type *b = node->rhs->type;
    bool is_additive = node->op == ND_ADD || node->op == ND_SUB;
    if (a->kind == TY_POINTER && is_additive && type_is_integer(b))
        return check_pointee(c, node, a) ? a->unqual : NULL;
    bool takes_floats = is_additive || node->op == ND_MUL || node->op == ND_DIV;
    bool is_ok = takes_floats ? type_is_arithmetic(a) && type_is_arithmetic(b)
                              : type_is_integer(a) && type_is_integer(b);
    if (!is_ok) {
        report_operands(c, node, node->op);
        return NULL;
    }
    Type *promoted = conv_promoted_type(c, node->lhs);
    if (node->op == ND_SHL || node->op == ND_SHR)
        return promoted;
    return type_usual(c->types, promoted, conv_promoted_type(c, node->rhs));
}

// As warn_fault, where the left side is a variable.
static void warn_op_assign(Checker *c, const Node *node) {
    if (node->rhs->kind != ND_INT || !type_is_integer(node->op_type))
        return;
    bool is_div = node->op == ND_DIV || node->op == ND_REM;
    bool is_shift = node->op == ND_SHL || node->op == ND_SHR;
    if (is_div && node->rhs->value == 0)
        check_warn(c, DIAG_DIV_ZERO, node->op_span);
    else if (is_shift && node->rhs->value >= node->op_type->size_bytes * 8)
        check_warn(c, DIAG_SHIFT_RANGE, node->rhs->span, (long long)node->rhs->value,
                   type_text(c, node->op_type), (int)node->op_type->size_bytes * 8);
}

Node *check_op_assign(Checker *c, Node *node) {
    check_slip_order(c, node);
    node->lhs = check_expr(c, node->lhs);
    node->rhs = check_value(c, node->rhs);
    if (is_error(node->lhs) || is_error(node->rhs))
        return check_poison(c, node);
    if (!check_modifiable(c, node->lhs, node->lhs->span, "assign to"))
        return check_poison(c, node);
    Type *type = op_assign_type(c, node);
    if (type == NULL)
        return check_poison(c, node);
    node->op_type = type;
    if (node->op == ND_SHL || node->op == ND_SHR)
        node->rhs = conv_promote(c, node->rhs);
    else
        node->rhs = conv_to(c, node->rhs, type->kind == TY_POINTER ? c->type_long : type);
    node->type = node->lhs->type->unqual;
    if (node->op == ND_SUB)
        check_sign_lowered(c, node);
    warn_op_assign(c, node);
    return node;
}

// ---------------------------------------------------------------- ?:

// Both pointers: the composite of what they point at, with the qualifiers of both
// (C17 6.5.15p6).
static Type *cond_pointers(Checker *c, Node *node, Type *a, Type *b) {
    uint8_t quals = a->base->quals | b->base->quals;
    Type *base;
    if (check_is_null(node->rhs)) {
        return a;
    } else if (check_is_null(node->lhs)) {
        return b;
    } else if (type_compatible(a->base->unqual, b->base->unqual)) {
        base = type_composite(c->types, a->base->unqual, b->base->unqual);
    } else if ((a->base->kind == TY_VOID && b->base->kind != TY_FUNC) ||
               (b->base->kind == TY_VOID && a->base->kind != TY_FUNC)) {
        base = c->type_void;
    } else {
        diag_add(c->diags, DIAG_POINTERS_DIFFER, node->op_span, type_text(c, a),
                 type_text(c, b));
        return NULL;
    }
    return type_pointer_to(c->types, type_qualified(c->types, base, quals));
}

// C17 6.5.15p3: which pairs of types may stand around the colon; NULL after a message.
static Type *cond_type(Checker *c, Node *node) {
    Type *a = node->lhs->type->unqual;
    Type *b = node->rhs->type->unqual;
    if (type_is_arithmetic(a) && type_is_arithmetic(b))
        return type_usual(c->types, conv_promoted_type(c, node->lhs),
                          conv_promoted_type(c, node->rhs));
    if (a == b && (type_is_record(a) || type_is_handle(a) || a->kind == TY_VOID ||
                   a->kind == TY_NULLPTR || a->kind == TY_TYPEVAR))
        return a;
    if (a->kind == TY_POINTER && b->kind == TY_POINTER)
        return cond_pointers(c, node, a, b);
    bool takes_null = a->kind == TY_POINTER || type_is_handle(a);
    if (takes_null && (check_is_null(node->rhs) || b->kind == TY_NULLPTR))
        return a;
    takes_null = b->kind == TY_POINTER || type_is_handle(b);
    if (takes_null && (check_is_null(node->lhs) || a->kind == TY_NULLPTR))
        return b;
    Diag *diag = diag_add(c->diags, DIAG_COND_TYPES, node->op_span, type_text(c, a),
                          type_text(c, b));
    if (a->kind == TY_VOID || b->kind == TY_VOID)
        diag_note(c->diags, diag, (Span){0},
                  "one side has no value: use `if` and `else`");
    return NULL;
}

// GNU's `a ?: b`: the condition is the value too.
static Node *cond_without_middle(Checker *c, Node *node) {
    node->lhs = node->cond;
    Type *type = cond_type(c, node);
    node->lhs = NULL;
    if (type == NULL)
        return check_poison(c, node);
    BitsType common = bits_common(c, node->cond, node->rhs, type);
    node->rhs = bits_convert(c, node->rhs, common);
    node->type = common.type->unqual;
    node->bits = (uint8_t)common.bits;
    return node;
}

Node *check_cond(Checker *c, Node *node) {
    node->cond = check_condition(c, node->cond, "?:");
    check_branch_begin(c, node->cond, false);
    if (node->lhs != NULL)
        node->lhs = conv_decay(c, check_expr(c, node->lhs));
    check_branch_end(c, node->cond, false);
    check_branch_begin(c, node->cond, true);
    node->rhs = conv_decay(c, check_expr(c, node->rhs));
    check_branch_end(c, node->cond, true);
    if (is_error(node->cond) || is_error(node->rhs) ||
        (node->lhs != NULL && is_error(node->lhs)))
        return check_poison(c, node);
    if (node->lhs == NULL)
        return cond_without_middle(c, node);
    Type *type = cond_type(c, node);
    if (type == NULL)
        return check_poison(c, node);
    BitsType common = bits_common(c, node->lhs, node->rhs, type);
    node->lhs = bits_convert(c, node->lhs, common);
    node->rhs = bits_convert(c, node->rhs, common);
    node->type = common.type->unqual;
    node->bits = (uint8_t)common.bits;
    const_fold_cond(node);
    return node;
}
