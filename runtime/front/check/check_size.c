// check_size.c: what is decided while compiling: sizeof, countof, alignof, offsetof
// (C17 6.5.3.4, 7.19), _Generic (6.5.1.1), GNU's __builtin_choose_expr and
// __builtin_types_compatible_p; and va_arg, whose operand is a type too.
//
// What enters: such a node as parsed. What leaves: a number, or the expression chosen.
// The operands are not evaluated, but must be right all the same. Only the size of a
// variable-length array is left to be computed when the program runs: an expression for a
// type's name, ND_SIZEOF_TYPE for an object.
#include "front/check/check_inner.h"

// ---------------------------------------------------------------- sizes

// sizeof and countof of an expression whose type varies: its declaration has computed the
// size.
static Node *size_of_object(Checker *c, const Node *node, Type *type) {
    Node *size = check_node(c, ND_SIZEOF_TYPE, node->span, c->type_ulong);
    size->vla = type;
    return size;
}

// The size of a type that may vary, as an expression: length * size of the element. The
// lengths of `named`, the type a typedef or typeof stands for, were computed there
// (C17 6.7.8p3).
static Node *size_of_type(Checker *c, Type *type, const Type *named, const Node *node) {
    Span span = node->span;
    if (type->kind != TY_ARRAY || !type->is_vla)
        return check_int(c, span, c->type_ulong, type->size_bytes);
    if (named != NULL && type->unqual == named->unqual)
        return size_of_object(c, node, type);
    if (type->vla_count == NULL) {
        diag_add(c->diags, DIAG_STAR_SIZE, span);
        return check_int(c, span, c->type_error, 0);
    }
    Node *product = check_node(c, ND_MUL, span, c->type_ulong);
    product->lhs = conv_to(c, type->vla_count, c->type_ulong);
    product->rhs = size_of_type(c, type->base, named, node);
    return product;
}

// C17 6.5.3.4p1: not of a function, not of an incomplete type.
static bool has_size(Checker *c, const Node *node, Type *type, const char *op) {
    if (type->kind == TY_ERROR)
        return false;
    if (type->kind == TY_FUNC || !type->is_complete) {
        if (check_is_told_incomplete(c, type))
            return false;
        Diag *diag = diag_add(c->diags, DIAG_SIZE_OF, node->span, op, type_text(c, type));
        if (type->span.source != 0 && type->kind != TY_FUNC)
            diag_note(c->diags, diag, type->span, "`%s` is only declared here",
                      type_text(c, type));
        return false;
    }
    return true;
}

// An array that is passed is passed as a pointer (C17 6.7.6.3p7).
static void warn_array_param(Checker *c, const Node *node, const Node *operand) {
    const Sym *sym = operand->kind == ND_NAME ? operand->sym : NULL;
    if (sym == NULL || !sym->is_array_param)
        return;
    Diag *diag = check_warn(c, DIAG_SIZEOF_PARAM, node->span, sym->name->text,
                            (int)operand->type->size_bytes);
    if (diag != NULL)
        diag_note(
            c->diags, diag, (Span){0},
            "only the caller knows how many elements there are: pass the number as a "
            "second parameter");
}

bool check_may_change(const Node *node) {
    switch (node->kind) {
    case ND_NAME:
    case ND_INT:
        return false;
    case ND_DEREF:
    case ND_DECAY:
    case ND_MEMBER:
    case ND_CAST:
    case ND_ADDR:
        return check_may_change(node->lhs);
    case ND_INDEX:
    case ND_ADD:
    case ND_SUB:
    case ND_MUL:
    case ND_DIV:
        return check_may_change(node->lhs) || check_may_change(node->rhs);
    default:
        return true;
    }
}

// An operand whose type varies is evaluated (C17 6.5.3.4p2): `sizeof rows[i++]` counts i.
static Node *size_with_effects(Checker *c, const Node *node, Node *operand) {
    Node *size = size_of_object(c, node, operand->type);
    if (!check_may_change(operand))
        return size;
    Node *both = check_node(c, ND_COMMA, node->span, size->type);
    both->lhs = operand;
    both->rhs = size;
    return both;
}

Node *check_sizeof(Checker *c, Node *node) {
    bool is_expr = node->kind == ND_SIZEOF_EXPR;
    Node *operand = is_expr ? check_unevaluated(c, node->lhs) : NULL;
    Type *type = is_expr ? operand->type : check_type_name(c, node->type_name);
    if (is_expr && bits_is_field(operand)) {
        diag_add(c->diags, DIAG_BITFIELD_OPERAND, node->span, "sizeof");
        return check_poison(c, node);
    }
    if (!has_size(c, node, type, "sizeof"))
        return check_poison(c, node);
    if (!type->is_vla) {
        if (is_expr)
            warn_array_param(c, node, operand);
        Node *size = check_become_int(c, node, c->type_ulong, type->size_bytes);
        size->is_pointer_size = type->kind == TY_POINTER;
        return size;
    }
    if (is_expr)
        return size_with_effects(c, node, operand);
    const DeclSpec *spec = node->type_name->spec;
    bool is_named = (spec->words & (SPEC_NAMED | SPEC_TYPEOF)) != 0;
    return size_of_type(c, type, is_named ? spec->type : NULL, node);
}

Node *check_countof(Checker *c, Node *node) {
    bool is_expr = node->kind == ND_COUNTOF_EXPR;
    Type *type = is_expr ? check_unevaluated(c, node->lhs)->type
                         : check_type_name(c, node->type_name);
    if (type->kind != TY_ARRAY || !has_size(c, node, type, "countof")) {
        if (type->kind != TY_ERROR && type->kind != TY_ARRAY) {
            Diag *diag =
                diag_add(c->diags, DIAG_COUNTOF_TYPE, node->span, type_text(c, type));
            if (type->kind == TY_POINTER)
                diag_note(c->diags, diag, (Span){0},
                          "a pointer does not know how many elements follow: pass the "
                          "count beside it");
        }
        return check_poison(c, node);
    }
    if (type->vla_count == NULL && (!type->is_vla || type->count > 0))
        return check_become_int(c, node, c->type_ulong, type->count);
    if (!is_expr)
        return conv_to(c, type->vla_count, c->type_ulong);
    Node *quotient = check_node(c, ND_DIV, node->span, c->type_ulong);
    quotient->lhs = size_of_object(c, node, type);
    quotient->rhs = type->base->is_vla
                        ? size_of_object(c, node, type->base)
                        : check_int(c, node->span, c->type_ulong, type->base->size_bytes);
    return quotient;
}

// What a declaration asked for counts: of a typedef name, a variable, a member.
static uint32_t declared_align(Checker *c, const Node *node, const Node *operand,
                               const Type *type) {
    if (operand == NULL) {
        const TypeName *name = node->type_name;
        bool is_bare = name->declarator == NULL || name->declarator->parts == NULL;
        return is_bare ? check_alignment(c, name->spec, NULL, type) : 0;
    }
    if (operand->kind == ND_NAME && operand->sym != NULL)
        return operand->sym->align_bytes;
    if (operand->kind == ND_MEMBER && operand->field != NULL)
        return operand->field->is_packed && operand->field->align_bytes == 0
                   ? 1
                   : operand->field->align_bytes;
    return 0;
}

Node *check_alignof(Checker *c, Node *node) {
    Node *operand = node->type_name != NULL ? NULL : check_unevaluated(c, node->lhs);
    Type *type = operand == NULL ? check_type_name(c, node->type_name) : operand->type;
    if (operand != NULL && type->kind != TY_ERROR && !node->is_implicit)
        diag_add(c->diags, DIAG_ALIGNOF_EXPR, node->span);
    if (type->kind == TY_ERROR)
        return check_poison(c, node);
    uint32_t align_bytes = declared_align(c, node, operand, type);
    while (type->kind == TY_ARRAY && type->is_complete)
        type = type->base;
    bool is_gnu_func = node->is_implicit && type->kind == TY_FUNC; // gcc says 1
    if (!is_gnu_func && !has_size(c, node, type, "alignof"))
        return check_poison(c, node);
    if (align_bytes == 0)
        align_bytes = is_gnu_func ? 1 : type->align_bytes;
    return check_become_int(c, node, c->type_ulong, align_bytes);
}

typedef struct Offset { // where offsetof's chain has come to
    Type *type;
    uint64_t bytes;
    Node *varying; // what is to be added when it runs; NULL: nothing
} Offset;

// a[i]: GNU lets i vary.
static bool offset_of_element(Checker *c, Node *node, Offset *at) {
    if (at->type->kind != TY_ARRAY) {
        diag_add(c->diags, DIAG_INDEX_TYPE, node->span, "this member",
                 type_text(c, at->type));
        return false;
    }
    Node *index = check_value(c, node->rhs);
    if (!type_is_integer(index->type) || (index->kind != ND_INT && c->func == NULL)) {
        if (!is_error(index))
            diag_add(c->diags, DIAG_NOT_CONSTANT, index->span, "an index in `offsetof`");
        return false;
    }
    at->type = at->type->base;
    if (index->kind == ND_INT) {
        at->bytes += index->value * at->type->size_bytes;
        return true;
    }
    Node *term = check_node(c, ND_MUL, node->span, c->type_ulong);
    term->lhs = conv_to(c, index, c->type_ulong);
    term->rhs = check_int(c, node->span, c->type_ulong, at->type->size_bytes);
    Node *sum = check_node(c, ND_ADD, node->span, c->type_ulong);
    sum->lhs = term;
    sum->rhs = at->varying;
    at->varying = at->varying == NULL ? term : sum;
    return true;
}

// A chain of members and indices over a placeholder of the type. False after a message.
static bool offset_of(Checker *c, Node *node, Offset *at) {
    if (node->kind == ND_PLACEHOLDER)
        return check_complete(c, at->type, node->span, "`offsetof`'s type");
    if (!offset_of(c, node->lhs, at))
        return false;
    if (node->kind == ND_INDEX)
        return offset_of_element(c, node, at);
    if (at->type->kind == TY_ERROR)
        return false;
    if (!type_is_record(at->type)) {
        diag_add(c->diags, DIAG_MEMBER_OF_SCALAR, node->op_span, node->name->text, "this",
                 type_text(c, at->type));
        return false;
    }
    uint64_t inner = 0;
    const Field *field = type_find_field(at->type, node->name, &inner);
    if (field == NULL) {
        check_report_no_member(c, node, at->type);
        return false;
    }
    if (field->is_bitfield) {
        diag_add(c->diags, DIAG_BITFIELD_OPERAND, node->span, "offsetof");
        return false;
    }
    at->bytes += inner;
    at->type = field->type;
    return true;
}

Node *check_offsetof(Checker *c, Node *node) {
    Offset at = {.type = check_type_name(c, node->type_name)};
    if (at.type->kind == TY_ERROR || !offset_of(c, node->lhs, &at))
        return check_poison(c, node);
    if (at.varying == NULL)
        return check_become_int(c, node, c->type_ulong, at.bytes);
    Node *sum = check_node(c, ND_ADD, node->span, c->type_ulong);
    sum->lhs = at.varying;
    sum->rhs = check_int(c, node->span, c->type_ulong, at.bytes);
    return sum;
}

// ---------------------------------------------------------------- choices made while
// compiling

// C17 6.5.1.1p2: a complete object type, not twice the same, no variable length.
static bool check_assoc_type(Checker *c, const Node *node, const Node *assoc,
                             const Type *type) {
    if (type->kind == TY_ERROR)
        return false;
    if (type->kind == TY_FUNC || !type->is_complete || type->is_vla) {
        diag_add(c->diags, DIAG_GENERIC_TYPE, assoc->span, type_text(c, type));
        return false;
    }
    for (const Node *each = node->assocs; each != assoc; each = each->next) {
        if (each->type_name == NULL || !type_compatible(each->type_name->type, type))
            continue;
        Diag *diag =
            diag_add(c->diags, DIAG_GENERIC_TWICE, assoc->span, type_text(c, type));
        diag_note(c->diags, diag, each->span, "the other one is here");
        return false;
    }
    return true;
}

// C17 6.5.1.1. The value's type is what it has after conversion to a value: without
// qualifiers, arrays decayed.
Node *check_generic(Checker *c, Node *node) {
    c->unevaluated++;
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    c->unevaluated--;
    const Type *wanted = node->lhs->type->unqual;
    Node *chosen = NULL;
    Node *fallback = NULL;
    bool is_ok = wanted->kind != TY_ERROR;
    for (Node *assoc = node->assocs; assoc != NULL; assoc = assoc->next) {
        if (assoc->type_name == NULL) {
            if (fallback != NULL)
                diag_add(c->diags, DIAG_GENERIC_DEFAULTS, assoc->span);
            fallback = assoc;
            continue;
        }
        const Type *type = check_type_name(c, assoc->type_name);
        is_ok = check_assoc_type(c, node, assoc, type) && is_ok;
        if (is_ok && chosen == NULL && type_compatible(type, wanted))
            chosen = assoc;
    }
    if (chosen == NULL)
        chosen = fallback;
    for (Node *assoc = node->assocs; assoc != NULL; assoc = assoc->next) {
        if (assoc == chosen)
            assoc->lhs = check_expr(c, assoc->lhs);
        else
            check_unevaluated(c, assoc->lhs);
    }
    if (chosen == NULL && is_ok)
        diag_add(c->diags, DIAG_GENERIC_NONE, node->lhs->span, type_text(c, wanted));
    if (chosen == NULL || !is_ok)
        return check_poison(c, node);
    chosen->lhs->next = node->next;
    return chosen->lhs;
}

Node *check_choose(Checker *c, Node *node) {
    int64_t value = 0;
    if (!check_constant(c, &node->cond, "the condition of `__builtin_choose_expr`",
                        &value))
        return check_poison(c, node);
    Node *chosen = check_expr(c, value != 0 ? node->lhs : node->rhs);
    check_unevaluated(c, value != 0 ? node->rhs : node->lhs);
    chosen->next = node->next;
    return chosen;
}

Node *check_types_compatible(Checker *c, Node *node) {
    const Type *a = check_type_name(c, node->type_name);
    const Type *b = check_type_name(c, node->type_name2);
    bool are = a->kind != TY_ERROR && b->kind != TY_ERROR &&
               type_compatible(a->unqual, b->unqual);
    return check_become_int(c, node, c->type_int, are);
}

// va_arg(ap, T); what was passed is promoted, so T cannot be char, short or float
// (C17 7.16.1.1p2).
Node *check_va_arg(Checker *c, Node *node) {
    Type *type = check_type_name(c, node->type_name);
    node->lhs = conv_decay(c, check_expr(c, node->lhs));
    const Type *list = node->lhs->type;
    if (type->kind == TY_ERROR || list->kind == TY_ERROR)
        return check_poison(c, node);
    if (type_is_arithmetic(list)) {
        diag_add(c->diags, DIAG_VA_LIST, node->lhs->span, type_text(c, list));
        return check_poison(c, node);
    }
    if (!check_complete(c, type, node->type_name->span, "the type in `va_arg`"))
        return check_poison(c, node);
    bool is_narrow =
        type->kind == TY_FLOAT || (type_is_integer(type) && type_rank(type) < 3);
    if (is_narrow)
        check_warn(c, DIAG_VA_ARG_NARROW, node->type_name->span, type_text(c, type),
                   type->kind == TY_FLOAT ? "double" : "int");
    node->type = type->unqual;
    return node;
}
