// check_builtin.c: built-in functions whose calls are settled before anything runs (gcc
// manual, "Object Size Checking" and "Other Builtins").
//
// What enters: a typed call of the library. What leaves: a number where the call is one,
// else the call.
//
// How far an object reaches behind a pointer is asked in four ways, by the second
// argument's two bits:
//
//     struct { char name[8]; int n; } s;
//
//     __builtin_object_size(&s.name[2], 0)   10: to the end of the whole object
//     __builtin_object_size(&s.name[2], 1)    6: to the end of the nearest part of it
//     2 and 3                                 the same; 0 instead of -1 when not known
//
// Known is what the expression itself says. A pointer's own bounds are looked up when the
// program runs, by every access; no program needs this function to be safe.
//
// Read next: const_call.c, which folds calls by their names.
#include "front/check/check_inner.h"

#include <string.h>

// ---------------------------------------------------------------- how far it reaches

typedef struct Extent { // of an object: so many bytes, and where in them we are
    bool is_known;
    int64_t size_bytes, offset_bytes;
} Extent;

typedef struct Reach {
    Extent whole; // the variable, string or literal
    Extent part;  // the member or the array in it that was named last
} Reach;

static Reach reach_of_pointer(const Node *node);

static Extent extent_of(const Type *type) {
    bool is_known = type->is_complete && !type->is_vla;
    return (Extent){is_known, (int64_t)type->size_bytes, 0};
}

static Reach moved(Reach reach, int64_t bytes) {
    reach.whole.offset_bytes += bytes;
    reach.part.offset_bytes += bytes;
    return reach;
}

// An array at the end of what a pointer leads to may go on behind it, as gcc has it.
static bool is_open_ended(const Node *member) {
    return member->type->kind == TY_ARRAY &&
           (member->field->is_flexible || member->field->next == NULL);
}

static Reach reach_of_lvalue(const Node *node) {
    Reach reach = {0};
    switch (node->kind) {
    case ND_NAME:
        if (node->sym != NULL && node->sym->kind == SYM_VAR)
            reach.whole = reach.part = extent_of(node->type);
        return reach;
    case ND_STRING:
    case ND_COMPOUND:
        reach.whole = reach.part = extent_of(node->type);
        return reach;
    case ND_MEMBER:
        reach = moved(reach_of_lvalue(node->lhs), (int64_t)node->offset_bytes);
        if (reach.whole.is_known || !is_open_ended(node))
            reach.part = extent_of(node->type);
        if (node->field->is_flexible)
            reach.part = reach.whole;
        return reach;
    case ND_DEREF:
        return reach_of_pointer(node->lhs);
    case ND_INDEX: {
        const Node *array = node->lhs->kind == ND_DECAY ? node->lhs->lhs : NULL;
        reach = reach_of_pointer(node->lhs);
        if (array != NULL && array->kind == ND_INDEX)
            reach.part = extent_of(array->type);
        if (node->rhs->kind != ND_INT)
            return (Reach){0};
        return moved(reach, (int64_t)(node->rhs->value * node->type->size_bytes));
    }
    default:
        return reach;
    }
}

static Reach reach_of_pointer(const Node *node) {
    switch (node->kind) {
    case ND_CAST:
        return node->lhs->type->kind == TY_POINTER ? reach_of_pointer(node->lhs)
                                                   : (Reach){0};
    case ND_DECAY:
    case ND_ADDR:
        return reach_of_lvalue(node->lhs);
    case ND_ADD:
    case ND_SUB: {
        if (node->rhs->kind != ND_INT || node->lhs->type->kind != TY_POINTER)
            return (Reach){0};
        int64_t bytes = (int64_t)(node->rhs->value * node->type->base->size_bytes);
        return moved(reach_of_pointer(node->lhs), node->kind == ND_ADD ? bytes : -bytes);
    }
    default:
        return (Reach){0};
    }
}

// The argument is not evaluated: what it would do is not done.
static Node *object_size(Checker *c, Node *call) {
    const Node *kind = call->args->next;
    if (kind->kind != ND_INT || kind->value > 3) {
        diag_add(c->diags, DIAG_OBJECT_SIZE_KIND, kind->span);
        return check_poison(c, call);
    }
    Reach reach = reach_of_pointer(call->args);
    const Extent *extent = (kind->value & 1) != 0 ? &reach.part : &reach.whole;
    uint64_t size = kind->value < 2 ? UINT64_MAX : 0;
    if (extent->is_known && extent->offset_bytes >= 0)
        size = extent->offset_bytes > extent->size_bytes
                   ? 0
                   : (uint64_t)(extent->size_bytes - extent->offset_bytes);
    return check_int(c, call->span, call->type, size);
}

// ---------------------------------------------------------------- would it overflow

// The third argument of __builtin_add_overflow_p and its kin is asked for its type only, a
// bit-field for its width: (a, b, like) becomes (a, b, width, is_signed).
void check_overflow_args(Checker *c, Node *call) {
    Node *like = call->arg_count == 3 ? call->args->next->next : NULL;
    if (like == NULL || is_error(like))
        return;
    if (!type_is_integer(like->type)) {
        diag_add(c->diags, DIAG_OVERFLOW_LIKE, like->span, type_text(c, like->type));
        check_poison(c, like);
        return;
    }
    unsigned bits = bits_of(like);
    if (bits == 0)
        bits = like->type->kind == TY_BOOL ? 1 : (unsigned)like->type->size_bytes * 8;
    Node *width = check_int(c, like->span, c->type_int, bits);
    width->next =
        check_int(c, like->span, c->type_int, type_is_signed(like->type->unqual));
    call->args->next->next = width;
    call->arg_count = 4;
}

__extension__ typedef __int128 Wide;

static bool take_wide(const Node *arg, Wide *value) {
    bool is_signed = type_is_signed(arg->type);
    *value = is_signed ? (Wide)(int64_t)arg->value : (Wide)arg->value;
    return arg->kind == ND_INT;
}

static Node *overflow(Checker *c, Node *call) {
    const Node *arg = call->args;
    Wide a = 0, b = 0, result = 0;
    if (call->arg_count != 4 || !take_wide(arg, &a) || !take_wide(arg->next, &b))
        return call;
    const Node *width = arg->next->next;
    unsigned bits = (unsigned)width->value;
    bool is_signed = width->next->value != 0;
    char op = call->call_sym->name->text[sizeof "__builtin_" - 1];
    bool is_lost = op == 'a'   ? __builtin_add_overflow(a, b, &result)
                   : op == 's' ? __builtin_sub_overflow(a, b, &result)
                               : __builtin_mul_overflow(a, b, &result);
    Wide low = is_signed ? -((Wide)1 << (bits - 1)) : 0;
    Wide high = ((Wide)1 << (bits - is_signed)) - 1;
    return check_int(c, call->span, call->type, is_lost || result < low || result > high);
}

// ---------------------------------------------------------------- settling

// As gcc numbers them: `enum type_class` of its typeclass.h.
static uint64_t class_of(const Type *type) {
    switch (type->unqual->kind) {
    case TY_VOID:
        return 0;
    case TY_STRUCT:
        return 12;
    case TY_UNION:
        return 13;
    default:
        return type_is_integer(type) ? 1 : type_is_floating(type) ? 8 : 5;
    }
}

// __builtin_constant_p(x): whether x is a constant here.
static bool is_constant(const Node *arg) {
    while (arg != NULL && arg->kind == ND_CAST && arg->is_implicit)
        arg = arg->lhs;
    return arg != NULL && (arg->kind == ND_INT || arg->kind == ND_FLOAT ||
                           (arg->kind == ND_DECAY && arg->lhs->kind == ND_STRING));
}

Node *check_settle_call(Checker *c, Node *call) {
    static const char prefix[] = "__builtin_";
    const Sym *sym = call->call_sym;
    if (sym == NULL)
        return call;
    switch (sym->builtin) {
    case BI_EXPECT: // of a constant it is one
        return call->args->kind == ND_INT ? conv_to(c, call->args, call->type) : call;
    case BI_CLASSIFY_TYPE:
        return check_int(c, call->span, c->type_int, class_of(call->args->type));
    case BI_CONSTANT_P:
        return check_int(c, call->span, c->type_int, is_constant(call->args));
    case BI_OBJECT_SIZE:
        return object_size(c, call);
    case BI_OVERFLOW_P:
        return overflow(c, call);
    default:
        break;
    }
    if (sym->is_library && strncmp(sym->name->text, prefix, sizeof prefix - 1) == 0)
        (void)const_fold_call(call, sym->name->text + sizeof prefix - 1);
    return call;
}
