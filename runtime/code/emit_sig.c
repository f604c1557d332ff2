// emit_sig.c: what a function and a call through a pointer must agree on, as numbers.
//
// What enters: function types. What leaves: the ids that a Proto carries and that
// OP_CALLP and OP_MKCOROP compare when they run (vm/op_call.c):
//
//     sig_id     both sides have prototypes: the id of the type that all compatible types
//                share. An enum counts as its integer type (C17 6.7.2.2p4), a definition
//                in K&R's style as the prototype with its promoted parameters
//                (6.7.6.3p15). `char *` and `void *` are interchangeable as arguments and
//                results, and so are pointers to qualified and unqualified types (6.2.5p28,
//                note 48): textbooks sort strings through `int (*)(void *, void *)`
//     shape_id   the caller has none (`int f();`): only the kind of each promoted argument
//                is known, so pointers count as pointers, whatever they point at, and
//                signedness not at all (6.5.2.2p6)
//
// Both are ids of types, so that equal ones are found by the table of types.
#include "code/emit.h"

typedef Type *Reduce(Emit *unit, Type *type);
static Type *reduced(Emit *unit, const Type *func, Reduce *reduce);

// An enum is compatible with its integer type, a struct with its twins of other files, and
// so is what points at them.
static Type *exact(Emit *unit, Type *type) {
    type = type->unqual;
    if (type->kind == TY_ENUM) {
        return type->base->unqual;
    }
    if (type_is_record(type)) {
        return type_first_alike(unit->types, type);
    }
    if (type->kind == TY_FUNC && !type->is_old_style) {
        return reduced(unit, type, exact);
    }
    if (type->kind == TY_POINTER) {
        Type *base = exact(unit, type->base);
        return type_pointer_to(unit->types,
                               type_qualified(unit->types, base, type->base->quals));
    }
    return type;
}

// What is passed for a pointer to void or to characters, however qualified, is the same.
static Type *interchangeable(Emit *unit, Type *type) {
    if (type->unqual->kind != TY_POINTER) {
        return exact(unit, type);
    }
    Type *base = type->unqual->base->unqual;
    switch (base->kind) {
    case TY_CHAR:
    case TY_SCHAR:
    case TY_UCHAR:
        base = type_basic(unit->types, TY_VOID);
        break;
    default:
        base = exact(unit, base);
        break;
    }
    return type_pointer_to(unit->types, base);
}

// One type for each way to pass a value. The types that no promoted argument has stay
// apart: a parameter `char` of a prototype never gets a value without one.
static Type *shape(Emit *unit, Type *type) {
    type = exact(unit, type);
    if (type->kind == TY_POINTER || type->kind == TY_NULLPTR) {
        return type_pointer_to(unit->types, type_basic(unit->types, TY_VOID));
    }
    if (type->kind == TY_LDOUBLE) {
        return type_basic(unit->types, TY_DOUBLE);
    }
    if (type_is_integer(type) && type->size_bytes >= 4) {
        return type_basic(unit->types, type->size_bytes > 4 ? TY_LONG : TY_INT);
    }
    return type;
}

// The prototype with every type reduced.
static Type *reduced(Emit *unit, const Type *func, Reduce *reduce) {
    Type proto = *func->unqual;
    proto.base = proto.base->kind == TY_VOID ? proto.base : reduce(unit, proto.base);
    proto.is_old_style = proto.is_noreturn = proto.is_generator = false;
    proto.params = NULL;
    Param **tail = &proto.params;
    for (const Param *each = func->unqual->params; each; each = each->next) {
        Param *param = arena_new(unit->arena, Param);
        param->type = reduce(unit, each->type);
        *tail = param;
        tail = &param->next;
    }
    return type_func(unit->types, &proto);
}

uint32_t emit_sig_id(Emit *unit, const Type *func) {
    return reduced(unit, func, interchangeable)->id;
}

uint32_t emit_shape_id(Emit *unit, const Type *func) {
    return reduced(unit, func, shape)->id;
}

// Of a call whose callee has no prototype, by what it passes.
uint32_t emit_call_shape(Emit *unit, const Type *func, const Node *args) {
    Type proto = {.kind = TY_FUNC, .base = func->base, .is_async = func->is_async};
    Param **tail = &proto.params;
    for (const Node *arg = args; arg; arg = arg->next) {
        Param *param = arena_new(unit->arena, Param);
        param->type = arg->type;
        *tail = param;
        tail = &param->next;
    }
    Type type = proto;
    type.unqual = &type;
    return reduced(unit, &type, shape)->id;
}
