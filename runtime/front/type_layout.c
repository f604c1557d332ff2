// type_layout.c: where the members of a struct or union stand: the x86-64 System V ABI as
// gcc applies it.
//
//     struct s { char c; int a : 3; int b : 30; short d; };
//
//     bit   0        8   11             32              62  64      80        96
//           |  c     | a | (padding)    |  b            |   |  d    | padding |
//                      ^ fits the int that begins at bit 0;
//                        b would cross bit 32, so it begins there
//
// Rules: a member begins at a multiple of its alignment; a bit-field may not cross a
// boundary of its declared type's size; width 0 closes the unit; a *named* bit-field
// counts for the struct's alignment, an unnamed one does not. `packed` drops every
// alignment, `#pragma pack(n)` bounds it by n; with either, bit-fields follow bit by bit.
//
// Field.offset_bytes of a bit-field is that of the unit that a load of ->type reads,
// bit_offset counts from there.
#include "base/limits.h"
#include "front/type.h"
#include <assert.h>

typedef struct Placing {
    uint64_t bit;      // where the next member may begin
    uint64_t end_bits; // the furthest end so far (unions)
    uint32_t align_bytes;
    uint32_t pack_bytes; // the bound of #pragma pack; UINT32_MAX: none
    bool is_union;
    bool is_packed;
} Placing;

// The alignment that the type of a member asks for here.
static uint32_t natural_align(const Field *field, const Placing *placing) {
    if (placing->is_packed || field->is_packed)
        return 1;
    return field->type->align_bytes < placing->pack_bytes ? field->type->align_bytes
                                                          : placing->pack_bytes;
}

static uint64_t round_up(uint64_t value, uint64_t multiple) {
    return (value + multiple - 1) / multiple * multiple;
}

// The boundary that may not be crossed is the declared type's, not the unit's before it.
static void place_bits(Field *field, Placing *placing) {
    uint64_t unit_bits = field->type->size_bytes * 8;
    if (field->bit_width == 0) {
        placing->bit = round_up(placing->bit, unit_bits);
        return;
    }
    uint32_t align_bytes = natural_align(field, placing);
    bool is_packed =
        placing->is_packed || field->is_packed || placing->pack_bytes != UINT32_MAX;
    if (!is_packed &&
        placing->bit / unit_bits != (placing->bit + field->bit_width - 1) / unit_bits)
        placing->bit = round_up(placing->bit, unit_bits);
    // Packed ones lie anywhere: their unit begins at the byte where the field begins.
    uint64_t unit = is_packed ? 8 : unit_bits;
    field->offset_bytes = placing->bit / unit * (unit / 8);
    field->bit_offset = (uint8_t)(placing->bit % unit);
    if (field->name != NULL && align_bytes > placing->align_bytes)
        placing->align_bytes = align_bytes;
    placing->bit += field->bit_width;
}

// Bit-fields before it may have stopped in the middle of a byte: rounding up skips the
// rest.
static void place_member(Field *field, Placing *placing) {
    uint32_t align_bytes = natural_align(field, placing);
    if (field->align_bytes > align_bytes)
        align_bytes = field->align_bytes;
    if (align_bytes > placing->align_bytes)
        placing->align_bytes = align_bytes;
    placing->bit = round_up(placing->bit, (uint64_t)align_bytes * 8);
    field->offset_bytes = placing->bit / 8;
    placing->bit += field->type->size_bytes * 8;
}

// Assigning to a struct with a const member, however deep, is an error (C17 6.3.2.1p1).
bool type_has_const(const Type *type) {
    while (type->kind == TY_ARRAY)
        type = type->base;
    return (type->quals & QUAL_CONST) != 0 ||
           (type_is_record(type) && type->has_const_member);
}

// The qualified variants of the type were perhaps made while it was incomplete.
static void complete_variants(const Type *type) {
    for (Type *each = type->next_variant; each != NULL; each = each->next_variant) {
        each->fields = type->fields;
        each->enumerators = type->enumerators;
        each->base = type->base;
        each->size_bytes = type->size_bytes;
        each->align_bytes = type->align_bytes;
        each->is_complete = type->is_complete;
        each->has_const_member = type->has_const_member;
        each->is_packed = type->is_packed;
        each->pack_bytes = type->pack_bytes;
        each->is_generic = type->is_generic;
        each->span = type->span;
    }
}

bool type_layout(Type *type, uint32_t min_align_bytes) {
    assert(type->unqual == type);
    if (type->kind == TY_ENUM) {
        type->size_bytes = type->base->size_bytes;
        type->align_bytes = type->base->align_bytes;
        type->is_complete = true;
        complete_variants(type);
        return true;
    }
    Placing placing = {.align_bytes = 1,
                       .pack_bytes =
                           type->pack_bytes == 0 ? UINT32_MAX : type->pack_bytes,
                       .is_union = type->kind == TY_UNION,
                       .is_packed = type->is_packed};
    Field **link = &type->fields;
    while (*link != NULL) {
        Field *field = *link;
        if (placing.is_union)
            placing.bit = 0;
        if (field->is_bitfield)
            place_bits(field, &placing);
        else
            place_member(field, &placing);
        if (placing.bit > placing.end_bits)
            placing.end_bits = placing.bit;
        if (placing.end_bits / 8 > LIMIT_OBJECT_BYTES)
            return false;
        type->has_const_member = type->has_const_member || type_has_const(field->type);
        if (field->is_bitfield && field->name == NULL)
            *link = field->next; // it only moved the others
        else
            link = &field->next;
    }
    if (min_align_bytes > placing.align_bytes)
        placing.align_bytes = min_align_bytes;
    uint64_t size_bytes = round_up((placing.end_bits + 7) / 8, placing.align_bytes);
    if (size_bytes > LIMIT_OBJECT_BYTES)
        return false;
    type->size_bytes = size_bytes;
    type->align_bytes = placing.align_bytes;
    type->is_complete = true;
    complete_variants(type);
    return true;
}
