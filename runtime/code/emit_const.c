// emit_const.c: initialisers of static objects as values the linker can place: numbers,
// and addresses of objects, functions and string literals with a displacement
// (C17 6.6p7-9). What enters is a typed expression, what leaves a ConstValue; false means
// that it is no constant and must be computed when run.
//
// Local initialisers use it as well, to find what an image can hold.
#include "code/emit.h"
#include "front/arith.h"

static const Type *plain(const Type *type) {
    return type->unqual;
}

static bool is_zero(const ConstValue *v) {
    return v->kind == CV_INT ? v->i == 0 : v->kind == CV_FLOAT && v->d == 0;
}

// ---------------------------------------------------------------- conversions

// An address can become an integer of 8 bytes only: it is not known before the unit is
// linked.
static bool to_integer(const Type *to, ConstValue *v) {
    const Type *t = plain(to);
    if (v->kind == CV_ADDRESS) {
        if (t->kind == TY_BOOL) { // an object's address is never null
            *v = (ConstValue){.kind = CV_INT, .i = 1};
            return true;
        }
        return t->size_bytes == 8;
    }
    if (v->kind == CV_FLOAT) {
        uint64_t value;
        if (!arith_float_to_int(t, v->d, &value)) {
            return false;
        }
        *v = (ConstValue){.kind = CV_INT, .i = (int64_t)value};
        return true;
    }
    v->i = (int64_t)arith_wrap(t, (uint64_t)v->i);
    return true;
}

static bool to_float(const Type *from, const Type *to, ConstValue *v) {
    if (v->kind == CV_ADDRESS) {
        return false;
    }
    double d = v->kind == CV_INT ? arith_int_to_float(from, to, (uint64_t)v->i)
                                 : arith_round(to, v->d);
    *v = (ConstValue){.kind = CV_FLOAT, .d = d};
    return true;
}

// The conversion of a cast; false when it can't be done before the program runs.
static bool convert(const Type *from, const Type *to, ConstValue *v) {
    if (type_is_floating(plain(to))) {
        return to_float(from, to, v);
    }
    if (type_is_integer(plain(to))) {
        return to_integer(to, v);
    }
    return v->kind != CV_FLOAT; // pointers keep what they are
}

// ---------------------------------------------------------------- addresses

static ConstValue address_of_global(uint32_t id) {
    return (ConstValue){.kind = CV_ADDRESS, .address = {.kind = KC_GLOBAL, .index = id}};
}

// A pointer constant moves within 2 GiB of its object; what is out of bounds is noticed
// when it is used.
static bool add_bytes(ConstValue *v, int64_t count, int64_t unit) {
    int64_t bytes;
    if (__builtin_mul_overflow(count, unit, &bytes)) {
        return false;
    }
    if (v->kind == CV_INT) { // (char *)0 + 8
        v->i += bytes;
        return true;
    }
    if (v->kind != CV_ADDRESS || v->address.kind == KC_FNPTR) {
        return false;
    }
    v->address.addend += bytes;
    return v->address.addend > INT32_MIN && v->address.addend < INT32_MAX;
}

// Bytes that pointer + 1 means.
static int64_t unit_of(const Type *pointer) {
    const Type *base = plain(pointer)->base;
    return base->unqual->kind == TY_VOID || base->kind == TY_FUNC
               ? 1
               : (int64_t)base->size_bytes;
}

// An object whose address the linker knows.
static bool is_static(const Sym *sym) {
    return sym->storage == STORE_GLOBAL || sym->storage == STORE_STATIC || sym->is_extern;
}

// Of `a[2].x`, `*p`, a string literal, a function, a compound literal of file scope.
bool emit_const_address(Emit *unit, Node *n, ConstValue *out) {
    ConstValue index;
    switch (n->kind) {
    case ND_NAME:
        if (n->sym->is_absent) {
            *out = (ConstValue){.kind = CV_INT};
            return true;
        }
        if (n->sym->kind == SYM_FUNC) {
            uint32_t id = n->sym->native_name
                              ? emit_native_stub(unit, n->sym, n->type, false)
                              : n->sym->id;
            *out = (ConstValue){.kind = CV_ADDRESS,
                                .address = {.kind = KC_FNPTR, .index = id}};
            return true;
        }
        if (n->sym->kind != SYM_VAR || !is_static(n->sym)) {
            return false;
        }
        *out = address_of_global(n->sym->id);
        return true;
    case ND_STRING:
        *out = (ConstValue){
            .kind = CV_ADDRESS,
            .address = {.kind = KC_STRING_AT, .index = emit_string(unit, n)}};
        return true;
    case ND_COMPOUND:
        if (!is_static(n->sym)) {
            return false;
        }
        *out = address_of_global(n->sym->id);
        return emit_try_image(unit, n->sym, n->compound_init);
    case ND_MEMBER:
        return !(n->field && n->field->is_bitfield) &&
               emit_const_address(unit, n->lhs, out) &&
               add_bytes(out, (int64_t)n->offset_bytes, 1);
    case ND_INDEX:
        return emit_const_value(unit, n->rhs, &index) && index.kind == CV_INT &&
               emit_const_value(unit, n->lhs, out) &&
               add_bytes(out, index.i, unit_of(n->lhs->type));
    case ND_DEREF:
        return emit_const_value(unit, n->lhs, out);
    case ND_CAST:
        return emit_const_address(unit, n->lhs, out);
    default:
        return false;
    }
}

// ---------------------------------------------------------------- operators

static bool float_binary(const Node *n, double a, double b, ConstValue *out) {
    if (op_is_comparison(n->kind)) {
        *out = (ConstValue){.kind = CV_INT, .i = arith_compare(n->kind, a, b)};
        return true;
    }
    *out = (ConstValue){.kind = CV_FLOAT};
    return arith_float(n->kind, n->type, a, b, &out->d);
}

// Null pointers are numbers as well, but not for arithmetic.
static bool int_binary(const Node *n, int64_t a, int64_t b, ConstValue *out) {
    const Type *type = n->lhs->type;
    uint64_t result;
    if (!type_is_integer(type) || !type_is_integer(n->rhs->type) ||
        arith_int(n->kind, type, (uint64_t)a, (uint64_t)b, &result) != ARITH_OK) {
        return false;
    }
    *out = (ConstValue){.kind = CV_INT, .i = (int64_t)result};
    return true;
}

static bool same_object(const ConstValue *a, const ConstValue *b) {
    return a->address.kind == b->address.kind && a->address.index == b->address.index;
}

static bool binary(Emit *unit, Node *n, ConstValue *out) {
    ConstValue a, b;
    if (!n->rhs || !emit_const_value(unit, n->lhs, &a) ||
        !emit_const_value(unit, n->rhs, &b)) {
        return false;
    }
    if (a.kind == CV_FLOAT && b.kind == CV_FLOAT) {
        return float_binary(n, a.d, b.d, out);
    }
    if (type_is_pointer(n->lhs->type) && b.kind == CV_INT &&
        (n->kind == ND_ADD || n->kind == ND_SUB)) {
        *out = a;
        return add_bytes(out, n->kind == ND_ADD ? b.i : -b.i, unit_of(n->lhs->type));
    }
    if (a.kind == CV_INT && b.kind == CV_ADDRESS && n->kind == ND_ADD) {
        ConstValue number = a; // 8 + (unsigned long)&x
        a = b;
        b = number;
    }
    if (a.kind == CV_ADDRESS && b.kind == CV_INT &&
        (n->kind == ND_ADD || n->kind == ND_SUB)) {
        *out = a;
        return add_bytes(out, n->kind == ND_ADD ? b.i : -b.i, 1);
    }
    if (a.kind == CV_ADDRESS && b.kind == CV_ADDRESS) {
        if (!same_object(&a, &b)) {
            *out = (ConstValue){.kind = CV_INT, .i = n->kind == ND_NE};
            return n->kind == ND_EQ || n->kind == ND_NE;
        }
        int64_t distance = a.address.addend - b.address.addend;
        if (n->kind == ND_SUB) {
            *out = (ConstValue){.kind = CV_INT, .i = distance / unit_of(n->lhs->type)};
            return true;
        }
        if (!op_is_comparison(n->kind)) {
            return false;
        }
        bool holds = arith_compare(n->kind, (double)distance, 0);
        *out = (ConstValue){.kind = CV_INT, .i = holds};
        return true;
    }
    if (a.kind == CV_INT && b.kind == CV_INT) {
        return int_binary(n, a.i, b.i, out);
    }
    return false;
}

static bool unary(Emit *unit, Node *n, ConstValue *out) {
    if (!emit_const_value(unit, n->lhs, out)) {
        return false;
    }
    if (n->kind == ND_PLUS) {
        return true;
    }
    if (n->kind == ND_NOT) {
        *out = (ConstValue){.kind = CV_INT, .i = is_zero(out)};
        return true;
    }
    if (out->kind == CV_FLOAT) {
        out->d = -out->d;
        return n->kind == ND_NEG;
    }
    return false; // of integers: emit_const_int knew, unless it overflows
}

// The right side need not be constant when the left one decides (gcc takes it as well).
static bool logic(Emit *unit, Node *n, ConstValue *out) {
    ConstValue v;
    if (!emit_const_value(unit, n->lhs, &v)) {
        return false;
    }
    bool decided = is_zero(&v) == (n->kind == ND_AND);
    if (!decided && !emit_const_value(unit, n->rhs, &v)) {
        return false;
    }
    *out = (ConstValue){.kind = CV_INT, .i = !is_zero(&v)};
    return true;
}

// C17 6.6 leaves it to us what more than the required forms counts as constant; this is
// what gcc takes.
bool emit_const_value(Emit *unit, Node *n, ConstValue *out) {
    int64_t i;
    if (emit_const_int(n, &i)) {
        *out = (ConstValue){.kind = CV_INT, .i = i};
        return true;
    }
    switch (n->kind) {
    case ND_FLOAT:
        *out = (ConstValue){.kind = CV_FLOAT, .d = n->number};
        return true;
    case ND_INT: // of pointer type: a null pointer constant
        *out = (ConstValue){.kind = CV_INT, .i = (int64_t)n->value};
        return true;
    case ND_ADDR:
    case ND_DECAY:
        return emit_const_address(unit, n->lhs, out);
    case ND_CAST:
        return emit_const_value(unit, n->lhs, out) && convert(n->lhs->type, n->type, out);
    case ND_NEG:
    case ND_PLUS:
    case ND_NOT:
    case ND_BITNOT:
        return unary(unit, n, out);
    case ND_AND:
    case ND_OR:
        return logic(unit, n, out);
    case ND_COND: {
        ConstValue c;
        if (!emit_const_value(unit, n->cond, &c)) {
            return false;
        }
        if (!n->lhs) {
            *out = c;
            return is_zero(&c) ? emit_const_value(unit, n->rhs, out)
                               : convert(n->cond->type, n->type, out);
        }
        return emit_const_value(unit, is_zero(&c) ? n->rhs : n->lhs, out);
    }
    default:
        return (op_is_arithmetic(n->kind) || op_is_comparison(n->kind)) &&
               binary(unit, n, out);
    }
}
