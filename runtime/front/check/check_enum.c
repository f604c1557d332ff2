// check_enum.c: values of one enum where another's are meant.
//
// What enters: typed operands, a value and the type that it is stored in, a label of a
// switch; before they are converted, as in C an enumerator is an int (C17 6.7.2.2p3). What
// leaves: a warning where both sides belong to enums with different names. An enum without
// a name only names numbers, and one that a later cell defines again is the same to
// whoever wrote it.
#include "front/check/check_inner.h"

static const Name *name_of(const Type *type) {
    return type->tag_name != NULL ? type->tag_name : type->typedef_name;
}

// The enum that a value belongs to by what is written; NULL: none, or one without a name.
static const Type *enum_of(const Node *node) {
    node = check_as_written(node);
    const Type *type = node->type->kind == TY_ENUM ? node->type->unqual : NULL;
    if (node->kind == ND_INT && node->enumerator != NULL)
        type = node->enumerator->enumerates;
    return type != NULL && name_of(type) != NULL ? type : NULL;
}

static bool are_strangers(const Type *a, const Type *b) {
    return a != NULL && b != NULL && a != b && name_of(a) != name_of(b);
}

void check_enum_compared(Checker *c, const Node *node) {
    const Type *a = enum_of(node->lhs), *b = enum_of(node->rhs);
    if (are_strangers(a, b))
        check_warn(c, DIAG_ENUM_COMPARED, node->op_span, type_text(c, a),
                   type_text(c, b));
}

const Type *check_enum_stranger(const Node *value, const Type *target) {
    bool is_named = target->kind == TY_ENUM && name_of(target->unqual) != NULL;
    const Type *type = is_named ? enum_of(value) : NULL;
    return is_named && are_strangers(type, target->unqual) ? type : NULL;
}

void check_enum_label(Checker *c, const Node *label, const Type *chosen_by) {
    const Type *type = enum_of(label);
    if (chosen_by != NULL && name_of(chosen_by->unqual) != NULL &&
        are_strangers(type, chosen_by->unqual))
        check_warn(c, DIAG_ENUM_LABEL, label->span, type_text(c, type),
                   type_text(c, chosen_by->unqual));
}
