// check_bits.c: the width in which bit-fields are computed (C17 6.3.1.1p2, 6.7.2.1p10).
//
// A bit-field that int can hold is an int as soon as something is done with it. What a
// wider one computes in the standard leaves open; here as in gcc it is an integer of just
// its width: with `unsigned long b : 40`, b + 1 is 0 where b is 2^40 - 1. So there are
// integers of 33 to 63 bits, though no names for them. They live in long and unsigned long;
// Node.bits of a value says how wide it is, and what an unsigned operation leaves above
// is masked away. A result as wide as long is a long again.
//
// Read next: check_op.c, which asks; check_conv.c, the conversions of ordinary integers.
#include "front/check/check_inner.h"

enum { INT_BITS = 32, LONG_BITS = 64 };

// The width of a bit-field's value, or of what was computed from wide ones; 0: its type's.
unsigned bits_of(const Node *node) {
    switch (node->kind) {
    case ND_MEMBER:
        return bits_is_field(node) ? node->field->bit_width : 0;
    case ND_ASSIGN:
    case ND_OP_ASSIGN:
    case ND_PRE_INC:
    case ND_PRE_DEC:
    case ND_POST_INC:
    case ND_POST_DEC:
        return bits_of(node->lhs);
    case ND_COMMA:
        return bits_of(node->rhs);
    default:
        return node->bits;
    }
}

static bool is_wide(unsigned bits) {
    return bits > INT_BITS && bits < LONG_BITS;
}

static unsigned width_of(Checker *c, const Node *node) {
    unsigned bits = bits_of(node);
    return is_wide(bits) ? bits : (unsigned)conv_promoted_type(c, node)->size_bytes * 8;
}

// The wider side's width and signedness; of two alike, the unsigned one's (as for the
// ranks of 6.3.1.8). `common` is what the types alone would give.
BitsType bits_common(Checker *c, const Node *lhs, const Node *rhs, Type *common) {
    BitsType plain = {common, 0};
    if (!type_is_integer(common) || (!is_wide(bits_of(lhs)) && !is_wide(bits_of(rhs))))
        return plain;
    unsigned a = width_of(c, lhs);
    unsigned b = width_of(c, rhs);
    unsigned widest = a > b ? a : b;
    if (!is_wide(widest))
        return plain;
    bool takes_left = a > b || (a == b && !type_is_signed(lhs->type));
    return (BitsType){(takes_left ? lhs : rhs)->type->unqual, widest};
}

static Node *long_constant(Checker *c, const Node *near, uint64_t value) {
    Node *constant = check_node(c, ND_INT, near->span, near->type);
    constant->value = value;
    return constant;
}

static Node *operation(Checker *c, NodeKind kind, Node *lhs, uint64_t constant) {
    Node *node = check_node(c, kind, lhs->span, lhs->type->unqual);
    node->op_span = lhs->op_span;
    node->lhs = lhs;
    node->rhs = long_constant(c, node, constant);
    return node;
}

// The value without what lies above its width.
Node *bits_cut(Checker *c, Node *node, unsigned bits) {
    if (!is_wide(bits) || node->type->kind == TY_ERROR)
        return node;
    if (!type_is_signed(node->type)) {
        node = operation(c, ND_BITAND, node, ((uint64_t)1 << bits) - 1);
        const_fold_binary(node);
    } else if (node->kind == ND_SHL) { // other operations that leave the width are faults
        Node *up = operation(c, ND_SHL, node, LONG_BITS - bits);
        up->rhs->type = c->type_int;
        node = operation(c, ND_SHR, up, LONG_BITS - bits);
        node->rhs->type = c->type_int;
    }
    node->bits = (uint8_t)bits;
    return node;
}

// One side of an operation in `to`. A negative number loses its sign above the width too.
Node *bits_convert(Checker *c, Node *node, BitsType to) {
    bool may_be_negative = type_is_signed(node->type);
    node = conv_to(c, node, to.type);
    return may_be_negative && !type_is_signed(to.type) ? bits_cut(c, node, to.bits)
                                                       : node;
}

// A constant that loses bits in a field. -1 for all bits of an unsigned one is an idiom.
void bits_stored(Checker *c, const Field *field, const Node *value) {
    if (c->unevaluated > 0 || value->kind != ND_INT || !type_is_integer(value->type) ||
        field->type->unqual->kind == TY_BOOL || field->bit_width == 0 ||
        field->bit_width >= LONG_BITS)
        return;
    bool is_signed = type_is_signed(field->type);
    unsigned above = LONG_BITS - field->bit_width;
    uint64_t kept = value->value << above;
    int64_t becomes = is_signed ? (int64_t)kept >> above : (int64_t)(kept >> above);
    bool is_all_bits = !is_signed && (value->value + 1 == 0 || // as unsigned int, too
                                      value->value + 1 == (uint64_t)1 << INT_BITS);
    if (becomes == (int64_t)value->value || is_all_bits)
        return;
    const char *name = field->name == NULL ? "this field" : field->name->text;
    Diag *diag = check_warn(c, DIAG_BITS_CHANGE, value->span, (long long)value->value,
                            (unsigned)field->bit_width, field->bit_width == 1 ? "" : "s",
                            name, (long long)becomes);
    if (diag != NULL && is_signed && value->value >> field->bit_width == 0)
        diag_note(c->diags, diag, (Span){0},
                  "one of its bits is the sign: an `unsigned` one holds 0 to %llu",
                  (unsigned long long)((uint64_t)1 << field->bit_width) - 1);
}
