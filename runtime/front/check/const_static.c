// const_static.c: what may initialise an object with static storage (C17 6.6p7-9).
//
// Two questions. Is the initialiser constant: numbers, addresses of static objects and
// functions, with integers added, and what else gcc takes (6.6p10 lets it). And when it is
// not, can it become so: const_settle looks at what lies behind the names of const
// objects, into string literals, and at addresses in conditions, which are never null.
// Only an initialiser asks that far: the length of an array is an integer constant
// expression, in which a name of an object is none (6.6p6).
//
// Read next: const_eval.c, which folds; code/emit_const.c, which computes what passed here.
#include "front/check/const_eval.h"

#include <string.h>

// C17 6.6p9: objects of static storage duration and functions have constant addresses.
static bool is_static_storage(const Sym *sym) {
    return sym != NULL && (sym->kind == SYM_FUNC || sym->storage == STORE_GLOBAL ||
                           sym->storage == STORE_STATIC);
}

static bool not_constant(const Node *node, const Node **culprit) {
    *culprit = node;
    return false;
}

// An lvalue that designates a static object at a constant offset.
static bool is_static_lvalue(const Node *node, const Node **culprit) {
    switch (node->kind) {
    case ND_NAME:
        return is_static_storage(node->sym) || not_constant(node, culprit);
    case ND_COMPOUND:
        return is_static_storage(node->sym)
                   ? const_is_static(node->compound_init, culprit)
                   : not_constant(node, culprit);
    case ND_STRING:
        return true;
    case ND_MEMBER:
        return is_static_lvalue(node->lhs, culprit);
    case ND_INDEX:
        if (node->rhs->kind != ND_INT)
            return not_constant(node->rhs, culprit);
        return const_is_static(node->lhs, culprit);
    case ND_DEREF:
        return const_is_static(node->lhs, culprit);
    default:
        return not_constant(node, culprit);
    }
}

// The static object that an address constant leads into, or NULL.
static const Sym *static_object(const Node *node) {
    for (;;) {
        switch (node->kind) {
        case ND_NAME:
            return is_static_storage(node->sym) && !node->sym->is_weak ? node->sym : NULL;
        case ND_ADDR:
        case ND_DECAY:
        case ND_CAST:
        case ND_MEMBER:
        case ND_INDEX:
        case ND_DEREF:
        case ND_ADD:
        case ND_SUB:
            node = node->lhs;
            break;
        default:
            return NULL;
        }
    }
}

// &x.b - &x.a, &a[2] > &a[0]: known before the program runs, for both lead into one
// object (gcc takes them; C17 6.6p10 lets it).
static bool is_distance(const Node *node) {
    if ((node->kind != ND_SUB && !op_is_comparison(node->kind)) ||
        node->lhs->type->kind != TY_POINTER || node->rhs->type->kind != TY_POINTER)
        return false;
    const Node *ignored = NULL;
    const Sym *object = static_object(node->lhs);
    return object != NULL && object == static_object(node->rhs) &&
           const_is_static(node->lhs, &ignored) && const_is_static(node->rhs, &ignored);
}

static bool is_static_init_list(const Node *node, const Node **culprit) {
    for (const InitItem *item = node->init_items; item != NULL; item = item->next) {
        if (!const_is_static(item->value, culprit))
            return false;
    }
    return true;
}

// An address stays constant through pointers and integers of its own size (what gcc
// allows).
static bool is_static_cast(const Node *node, const Node **culprit) {
    const Type *to = node->type;
    const Type *from = node->lhs->type;
    if (is_distance(node->lhs))
        return type_is_arithmetic(to) ? true : not_constant(node, culprit);
    if (node->lhs->kind == ND_FLOAT ||
        node->lhs->kind == ND_INT) // not folded: out of range
        return type_is_scalar(to) ? true : not_constant(node, culprit);
    bool is_address = from->kind == TY_POINTER || from->kind == TY_NULLPTR;
    bool keeps_address =
        to->kind == TY_POINTER || (type_is_integer(to) && to->size_bytes == 8);
    bool from_integer = type_is_integer(from) && from->size_bytes == 8;
    bool is_truth = to->kind == TY_BOOL && is_address; // an object's address is not null
    if ((is_address && (keeps_address || is_truth)) || (from_integer && keeps_address))
        return const_is_static(node->lhs, culprit);
    return not_constant(node, culprit);
}

bool const_is_static(const Node *node, const Node **culprit) {
    switch (node->kind) {
    case ND_INT:
    case ND_FLOAT:
    case ND_STRING:
        return true;
    case ND_INIT:
        return is_static_init_list(node, culprit);
    case ND_COMPOUND: // gcc takes a constant compound literal as an initialiser
        return is_static_storage(node->sym)
                   ? const_is_static(node->compound_init, culprit)
                   : not_constant(node, culprit);
    case ND_DECAY:
        return is_static_lvalue(node->lhs, culprit);
    case ND_ADDR:
        return is_static_lvalue(node->lhs, culprit);
    case ND_CAST:
        return is_static_cast(node, culprit);
    case ND_ADD:
    case ND_SUB: {
        if (is_distance(node))
            return true;
        bool is_plain =
            type_is_integer(node->lhs->type) && node->lhs->type->size_bytes < 8;
        bool is_turned = node->kind == ND_ADD && node->lhs->kind == ND_INT;
        if ((node->rhs->kind != ND_INT && !is_turned) || is_plain ||
            type_is_floating(node->type))
            return not_constant(node, culprit);
        return const_is_static(is_turned ? node->rhs : node->lhs, culprit);
    }
    case ND_COND: {
        int truth = node->lhs == NULL ? -1 : const_truth(node->cond);
        if (truth < 0)
            return not_constant(node, culprit);
        return const_is_static(truth == 1 ? node->lhs : node->rhs, culprit);
    }
    default:
        return is_distance(node) || not_constant(node, culprit);
    }
}

// ---------------------------------------------------------------- settling

// Never null: leads into an object, a function or a string.
static bool is_object_address(const Node *node) {
    const Node *ignored = NULL;
    if (node->type->kind != TY_POINTER || !const_is_static(node, &ignored))
        return false;
    while (node->kind == ND_CAST)
        node = node->lhs;
    return (node->kind == ND_DECAY && node->lhs->kind == ND_STRING) ||
           static_object(node) != NULL;
}

static bool is_null(const Node *node) {
    while (node->kind == ND_CAST)
        node = node->lhs;
    return node->kind == ND_INT && node->value == 0;
}

static bool is_number(const Node *node) {
    return node->kind == ND_INT || node->kind == ND_FLOAT;
}

// The number that the initialiser of a const object has at `offset`; NULL: none that is
// known in this cell.
static const Node *number_in(const Sym *sym, const Type *type, uint64_t offset) {
    if (sym == NULL || sym->kind != SYM_VAR || sym->body == NULL ||
        (type->quals & (QUAL_CONST | QUAL_VOLATILE)) != QUAL_CONST)
        return NULL;
    const Node *init = sym->body->init;
    if (init == NULL || init->kind != ND_INIT)
        return init != NULL && is_number(init) && offset == 0 ? init : NULL;
    for (const InitItem *item = init->init_items; item != NULL; item = item->next) {
        if (item->offset_bytes == offset && item->bitfield == NULL &&
            item->type->unqual == type->unqual && is_number(item->value))
            return item->value;
    }
    return NULL;
}

// The object that a[2].x is part of, and where in it; NULL: a pointer leads there.
static const Sym *part_of(const Node *node, uint64_t *offset) {
    if (node->kind == ND_NAME)
        return node->sym;
    if (node->kind == ND_MEMBER && !node->field->is_bitfield) {
        const Sym *sym = part_of(node->lhs, offset);
        *offset += node->offset_bytes;
        return sym;
    }
    if (node->kind == ND_INDEX && node->rhs->kind == ND_INT &&
        node->lhs->kind == ND_DECAY) {
        const Sym *sym = part_of(node->lhs->lhs, offset);
        *offset += node->rhs->value * node->type->size_bytes;
        return sym;
    }
    return NULL;
}

// A const object's value takes the place of its name.
static void settle_object(Node *node) {
    uint64_t offset = 0;
    const Sym *sym = part_of(node, &offset);
    const Node *number = number_in(sym, node->type, offset);
    if (number == NULL)
        return;
    node->type = node->type->unqual;
    if (number->kind == ND_INT)
        const_become_int(node, number->value);
    else
        const_become_float(node, number->number);
}

// "abc"[1]
static bool settle_character(Node *node) {
    const Node *base = node->lhs;
    if (node->kind != ND_INDEX || node->rhs->kind != ND_INT || base->kind != ND_DECAY ||
        base->lhs->kind != ND_STRING || node->type->size_bytes != 1)
        return false;
    uint64_t index = node->rhs->value;
    if (index > base->lhs->string_bytes)
        return false;
    unsigned char byte =
        index < base->lhs->string_bytes ? (unsigned char)base->lhs->string[index] : 0;
    node->type = node->type->unqual;
    const_become_int(node, byte);
    return true;
}

// &x == 0, &x && y, !&x, &x ? y : z
static void settle_truth(Node *node) {
    bool is_equality = node->kind == ND_EQ || node->kind == ND_NE;
    Node *lhs = node->kind == ND_COND ? node->cond : node->lhs;
    if (is_equality && lhs->type->kind == TY_POINTER) {
        bool is_known = (is_object_address(lhs) && is_null(node->rhs)) ||
                        (is_null(lhs) && is_object_address(node->rhs));
        bool are_apart = is_object_address(lhs) && is_object_address(node->rhs) &&
                         static_object(lhs) != static_object(node->rhs);
        if (is_known || are_apart)
            const_become_int(node, node->kind == ND_NE);
        return;
    }
    Node *const sides[] = {lhs, node->kind == ND_AND || node->kind == ND_OR ? node->rhs
                                                                            : NULL};
    for (int i = 0; i < 2; i++) {
        if (sides[i] != NULL && is_object_address(sides[i]) && node->lhs != NULL)
            const_become_int(sides[i], 1);
    }
    // 0 && x, 1 || x: the other side is not looked at (gcc takes them).
    int truth = sides[1] == NULL ? -1 : const_truth(lhs);
    if (truth == (node->kind == ND_OR))
        const_become_int(node, (uint64_t)truth);
}

static void settle_place(Node *node) {
    if (node->kind == ND_MEMBER)
        settle_place(node->lhs);
    if (node->kind == ND_INDEX || node->kind == ND_DEREF)
        const_settle(node->lhs);
    if (node->kind == ND_INDEX)
        const_settle(node->rhs);
}

static void settle_operator(Node *node) {
    if (node->kind == ND_COND)
        const_settle(node->cond);
    if (node->lhs != NULL)
        const_settle(node->lhs);
    if (node->rhs != NULL)
        const_settle(node->rhs);
    bool asks_truth = node->kind == ND_NOT || node->kind == ND_AND ||
                      node->kind == ND_OR || node->kind == ND_COND ||
                      node->kind == ND_EQ || node->kind == ND_NE;
    if (asks_truth)
        settle_truth(node);
    if (node->kind == ND_INT)
        return;
    if (node->kind == ND_COND)
        const_fold_cond(node);
    else if (node->kind == ND_CAST)
        const_fold_cast(node);
    else if (node->rhs == NULL)
        const_fold_unary(node);
    else
        const_fold_binary(node);
}

void const_settle(Node *node) {
    switch (node->kind) {
    case ND_INIT:
        for (InitItem *item = node->init_items; item != NULL; item = item->next)
            const_settle(item->value);
        break;
    case ND_ADDR:
    case ND_DECAY:
        settle_place(node->lhs);
        break;
    case ND_NAME:
    case ND_MEMBER:
    case ND_INDEX:
    case ND_DEREF:
        settle_place(node);
        if (!settle_character(node) && type_is_arithmetic(node->type))
            settle_object(node);
        break;
    case ND_NEG:
    case ND_PLUS:
    case ND_NOT:
    case ND_BITNOT:
    case ND_COND:
    case ND_CAST:
        settle_operator(node);
        break;
    case ND_CALL: // of functions that gcc knows by their plain names too
        if (node->call_sym != NULL && node->call_sym->is_library)
            (void)const_fold_call(node, node->call_sym->name->text);
        break;
    default:
        if (op_is_binary(node->kind))
            settle_operator(node);
        break;
    }
}
