// layout.c: Type -> Layout, the run-time description that display, faults and the
// collector read (proto.h).
//
// One Layout a Type, cached in type->layout, so that a struct that points at itself
// closes the circle. A qualified type has its own (is_const). The type is "touched"
// before the cache is set: when the cell is taken back, so is the pointer, before the
// arena it points into.
#include "code/emit.h"
#include <string.h>

static LayoutKind kind_of(const Type *t) {
    switch (t->kind) {
    case TY_BOOL:
        return LAY_BOOL;
    case TY_CHAR:
        return LAY_CHAR;
    case TY_SCHAR:
    case TY_SHORT:
    case TY_INT:
    case TY_LONG:
    case TY_LLONG:
        return LAY_INT;
    case TY_UCHAR:
    case TY_USHORT:
    case TY_UINT:
    case TY_ULONG:
    case TY_ULLONG:
        return LAY_UINT;
    case TY_FLOAT:
        return LAY_FLOAT;
    case TY_DOUBLE:
    case TY_LDOUBLE:
        return LAY_DOUBLE;
    case TY_ENUM:
        return LAY_ENUM;
    case TY_NULLPTR:
    case TY_POINTER:
        return LAY_POINTER;
    case TY_ARRAY:
        return LAY_ARRAY;
    case TY_FUNC:
        return LAY_FUNC;
    case TY_STRUCT:
        return LAY_STRUCT;
    case TY_UNION:
        return LAY_UNION;
    case TY_COROUTINE:
        return LAY_COROUTINE;
    case TY_TASK:
        return LAY_TASK;
    case TY_FUTURE:
        return LAY_FUTURE;
    case TY_GENERATOR:
    case TY_ASYNC_GENERATOR:
        return LAY_GENERATOR;
    case TY_QUEUE:
        return LAY_QUEUE;
    case TY_HANDLE:
    case TY_TYPEVAR:
        return LAY_HANDLE;
    default:
        return LAY_VOID;
    }
}

// Anonymous members stay as they are, unnamed: display shows what is in them.
static void fill_fields(Arena *arena, TypeTable *types, Layout *layout, const Type *t) {
    uint32_t count = 0;
    for (const Field *field = t->fields; field; field = field->next) {
        count++;
    }
    LayoutField *fields = count ? arena_array(arena, LayoutField, count) : NULL;
    uint32_t i = 0;
    for (const Field *field = t->fields; field; field = field->next, i++) {
        fields[i].name = field->name ? field->name->text : NULL;
        fields[i].layout = layout_of(arena, types, field->type);
        fields[i].offset_bytes = (uint32_t)field->offset_bytes;
        fields[i].bit_offset = field->bit_offset;
        fields[i].bit_width = field->is_bitfield ? field->bit_width : 0;
    }
    layout->fields = fields;
    layout->field_count = count;
}

static void fill_enumerators(Arena *arena, Layout *layout, const Type *t) {
    uint32_t count = 0;
    for (const Enumerator *e = t->enumerators; e; e = e->next) {
        count++;
    }
    LayoutEnumerator *list = count ? arena_array(arena, LayoutEnumerator, count) : NULL;
    uint32_t i = 0;
    for (const Enumerator *e = t->enumerators; e; e = e->next, i++) {
        list[i] = (LayoutEnumerator){e->name->text, e->value};
    }
    layout->enumerators = list;
    layout->enumerator_count = count;
}

// Everything but the cache entry, so that it can be done again for a struct that was
// completed.
static void fill(Arena *arena, TypeTable *types, Layout *layout, Type *type) {
    Type *t = type->unqual ? type->unqual : type;
    layout->kind = kind_of(t);
    layout->is_const = (type->quals & QUAL_CONST) != 0;
    layout->name = type_print(arena, type);
    bool sized = t->is_complete && !t->is_vla && t->kind != TY_FUNC;
    layout->size_bytes = sized ? (uint32_t)t->size_bytes : 0;
    layout->align_bytes = t->align_bytes;
    layout->count = t->kind == TY_ARRAY && !t->is_vla ? (uint32_t)t->count : 0;
    // A qualified array type has qualified elements; its fields are the plain type's.
    layout->base = type->base ? layout_of(arena, types, type->base)
                   : t->base  ? layout_of(arena, types, t->base)
                              : NULL;
    if (t->kind == TY_STRUCT || t->kind == TY_UNION) {
        fill_fields(arena, types, layout, t);
    } else if (t->kind == TY_ENUM) {
        layout->is_signed = t->base && type_is_signed(t->base);
        fill_enumerators(arena, layout, t);
    } else {
        layout->is_signed = type_is_integer(t) && type_is_signed(t);
    }
}

const Layout *layout_of(Arena *arena, TypeTable *types, Type *type) {
    Layout *layout = type->layout;
    Type *t = type->unqual ? type->unqual : type;
    bool is_tagged = t->kind == TY_STRUCT || t->kind == TY_UNION || t->kind == TY_ENUM;
    // A struct that was incomplete when its Layout was made: the same Layout learns its
    // members.
    bool grew = layout && is_tagged && t->is_complete && layout->size_bytes == 0 &&
                t->size_bytes > 0;
    if (layout && !grew) {
        return layout;
    }
    if (!layout) {
        if (types) {
            type_table_touch(types, type);
        }
        layout = arena_new(arena, Layout);
        type->layout = layout; // before the members: they may point back here
    }
    fill(arena, types, layout, type);
    return layout;
}

const Layout *code_layout(Arena *arena, Type *type) {
    return layout_of(arena, NULL, type);
}

MemType layout_mem_type(const Type *type) {
    const Type *t = type->unqual ? type->unqual : type;
    if (t->kind == TY_ENUM) {
        t = t->base->unqual;
    }
    switch (t->kind) {
    case TY_BOOL:
        return MT_BOOL;
    case TY_CHAR:
    case TY_SCHAR:
        return MT_I8;
    case TY_UCHAR:
        return MT_U8;
    case TY_SHORT:
        return MT_I16;
    case TY_USHORT:
        return MT_U16;
    case TY_INT:
        return MT_I32;
    case TY_UINT:
        return MT_U32;
    case TY_LONG:
    case TY_LLONG:
        return MT_I64;
    case TY_ULONG:
    case TY_ULLONG:
        return MT_U64;
    case TY_FLOAT:
        return MT_F32;
    case TY_DOUBLE:
    case TY_LDOUBLE:
        return MT_F64;
    case TY_STRUCT:
    case TY_UNION:
    case TY_ARRAY:
        return MT_STRUCT;
    case TY_COROUTINE:
    case TY_TASK:
    case TY_FUTURE:
    case TY_GENERATOR:
    case TY_ASYNC_GENERATOR:
    case TY_QUEUE:
    case TY_HANDLE:
    case TY_TYPEVAR:
        return MT_HANDLE;
    default:
        return MT_POINTER;
    }
}
