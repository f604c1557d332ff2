// emit_init.c: initialisers. The checker has flattened them (ND_INIT): a list of values
// at offsets of the object, zero elsewhere. Static objects get an image, bytes and
// relocations, that the linker copies; local ones are filled by code: a copy of a
// constant image, or zeros, and then a store for each value that is computed.
//
//     int a[5] = {1, 2, x}      image {1, 2, 0, 0, 0} -> COPY, then x -> ST        (3 or
//     more constants) struct p q = {x, y}       ST, ST (nothing left to zero)
//
// An image that serves local initialisers is a string literal to the linker: constant
// bytes without a name.
#include "code/emit.h"
#include <string.h>

// ---------------------------------------------------------------- strings

// FNV-1a over the bytes, begun with their number.
static uint64_t hash_bytes(const char *bytes, uint32_t count) {
    uint64_t h = 0xcbf29ce484222325u ^ count; // FNV-1a
    for (uint32_t i = 0; i < count; i++) {
        h = (h ^ (uint8_t)bytes[i]) * 0x100000001b3u;
    }
    return h;
}

// Equal literals of a unit are one object, as gcc makes them.
uint32_t emit_string_bytes(Emit *unit, const char *bytes, uint32_t size_bytes,
                           const Site *site) {
    uint64_t hash = hash_bytes(bytes, size_bytes), found;
    if (map_get(&unit->string_index, hash, &found)) {
        const UnitString *s = &unit->strings.data[found];
        if (s->size_bytes == size_bytes && memcmp(s->bytes, bytes, size_bytes) == 0) {
            return (uint32_t)found;
        }
    }
    char *copy = arena_alloc(unit->arena, size_bytes);
    memcpy(copy, bytes, size_bytes);
    Site *own = arena_new(unit->arena, Site);
    *own = *site;
    vec_push(unit->strings,
             ((UnitString){.bytes = copy, .size_bytes = size_bytes, .site = own}));
    map_put(&unit->string_index, hash, unit->strings.count - 1);
    return unit->strings.count - 1;
}

// A literal with its final zero, in units of its kind.
static const char *string_bytes(Emit *unit, const Node *n, uint32_t *size) {
    uint32_t bytes = (uint32_t)n->type->size_bytes;
    char *text = arena_alloc(unit->arena, bytes ? bytes : 1);
    memcpy(text, n->string, n->string_bytes < bytes ? n->string_bytes : bytes);
    *size = bytes;
    return text;
}

// A literal is an array of char with static storage; it may not be written (C17 6.4.5p7).
uint32_t emit_string(Emit *unit, const Node *n) {
    uint32_t size;
    const char *bytes = string_bytes(unit, n, &size);
    Site site = {NULL, layout_of(unit->arena, unit->types, n->type), n->span};
    return emit_string_bytes(unit, bytes, size, &site);
}

// ---------------------------------------------------------------- images

typedef struct Image {
    uint8_t *bytes;
    uint64_t size_bytes;
    VEC(Reloc) relocs;
    Map reloc_at; // offset -> index in relocs
} Image;

// Floats are rounded to their type first; bytes are little-endian, as on x86-64.
static void write_number(Image *image, uint64_t offset, const Type *type,
                         const ConstValue *v) {
    uint64_t bits = (uint64_t)v->i;
    if (v->kind == CV_FLOAT) {
        float single = (float)v->d;
        if (type->size_bytes == 4) {
            uint32_t half;
            memcpy(&half, &single, 4);
            bits = half;
        } else {
            memcpy(&bits, &v->d, 8);
        }
    }
    memcpy(image->bytes + offset, &bits, type->size_bytes); // little-endian
}

// Bit by bit: a packed field begins and ends anywhere.
static void write_bits(Image *image, const InitItem *item, uint64_t value) {
    uint64_t first = item->offset_bytes * 8 + item->bitfield->bit_offset;
    for (uint64_t i = 0; i < item->bitfield->bit_width; i++) {
        uint64_t at = first + i;
        assert(at / 8 < image->size_bytes);
        uint8_t bit = (uint8_t)(1u << at % 8);
        image->bytes[at / 8] &= (uint8_t)~bit;
        image->bytes[at / 8] |= value >> i & 1 ? bit : 0;
    }
}

static void add_reloc(Image *image, uint64_t offset, Const address) {
    map_put(&image->reloc_at, offset, image->relocs.count);
    vec_push(image->relocs, ((Reloc){(uint32_t)offset, address}));
}

// A later initialiser of the same place, a scalar, wins over an address there.
static void drop_relocs(Image *image, uint64_t offset, uint64_t size) {
    assert(size <= sizeof(uint64_t));
    for (uint64_t at = offset; image->relocs.count > 0 && at < offset + size; at++) {
        uint64_t index;
        if (map_get(&image->reloc_at, at, &index)) {
            (void)map_remove(&image->reloc_at, at);
            Reloc last = vec_last(image->relocs);
            image->relocs.count--;
            if (index < image->relocs.count) {
                image->relocs.data[index] = last;
                map_put(&image->reloc_at, last.offset_bytes, index);
            }
        }
    }
}

static bool write_items(Emit *unit, Image *image, uint64_t at, const InitItem *items);

// One value of an initialiser at `offset`; false when it is not constant.
static bool write_value(Emit *unit, Image *image, uint64_t offset, const InitItem *item) {
    Node *value = item->value;
    ConstValue v;
    if (value->kind == ND_STRING && item->type->kind == TY_ARRAY) {
        uint32_t size;
        const char *bytes = string_bytes(unit, value, &size);
        uint64_t room = item->type->size_bytes ? item->type->size_bytes : size;
        if (room > image->size_bytes - offset) {
            room = image->size_bytes - offset;
        }
        memcpy(image->bytes + offset, bytes, size < room ? size : room);
        return true;
    }
    while (value->kind == ND_CAST && type_is_record(value->type)) {
        value = value->lhs;
    }
    if (value->kind == ND_COMPOUND && type_is_aggregate(item->type)) {
        value = value->compound_init;
    }
    if (value->kind == ND_INIT) {
        return write_items(unit, image, offset, value->init_items);
    }
    if (!type_is_scalar(item->type) || !emit_const_value(unit, value, &v)) {
        return false;
    }
    if (item->bitfield) {
        if (v.kind != CV_INT) {
            return false;
        }
        InitItem moved = *item;
        moved.offset_bytes = offset;
        write_bits(image, &moved, (uint64_t)v.i);
        return true;
    }
    drop_relocs(image, offset, item->type->size_bytes);
    if (v.kind == CV_ADDRESS) {
        if (item->type->size_bytes != 8) {
            return false;
        }
        add_reloc(image, offset, v.address);
        return true;
    }
    write_number(image, offset, item->type->unqual, &v);
    return true;
}

static bool write_items(Emit *unit, Image *image, uint64_t at, const InitItem *items) {
    for (const InitItem *item = items; item; item = item->next) {
        if (!write_value(unit, image, at + item->offset_bytes, item)) {
            return false;
        }
    }
    return true;
}

// ---------------------------------------------------------------- static objects

// The object's entry in the unit, made when first asked for.
UnitGlobal *emit_global(Emit *unit, Sym *sym) {
    uint64_t index;
    if (map_get(&unit->global_index, sym->id, &index)) {
        return &unit->globals.data[index];
    }
    Site *site = arena_new(unit->arena, Site);
    site->name = sym->name ? sym->name->text : NULL;
    site->layout = layout_of(unit->arena, unit->types, sym->type);
    site->span = sym->span;
    const Type *element = sym->type;
    while (element->kind == TY_ARRAY) {
        element = element->base;
    }
    uint32_t align = sym->align_bytes > sym->type->align_bytes ? sym->align_bytes
                                                               : sym->type->align_bytes;
    UnitGlobal g = {.id = sym->id,
                    .size_bytes = (uint32_t)sym->type->size_bytes,
                    .align_bytes = align ? align : 1,
                    .is_const = ((sym->type->quals | element->quals) & QUAL_CONST) != 0,
                    .site = site};
    vec_push(unit->globals, g);
    map_put(&unit->global_index, sym->id, unit->globals.count - 1);
    return &vec_last(unit->globals);
}

// Bytes an object needs with a flexible array member that is initialised (GNU).
static uint64_t image_size(const Sym *sym, const Node *init) {
    uint64_t size = sym->type->size_bytes;
    if (init->kind != ND_INIT || !type_is_record(sym->type)) {
        return size;
    }
    for (const InitItem *item = init->init_items; item; item = item->next) {
        uint64_t bytes = item->type->size_bytes;
        if (bytes == 0 && item->value->kind == ND_STRING) {
            bytes = item->value->type->size_bytes;
        }
        if (!item->bitfield && item->offset_bytes + bytes > size) {
            size = item->offset_bytes + bytes;
        }
    }
    return size;
}

// Idempotent: a defer's body, and a second pass over a function, come by a static local
// again.
void emit_global_image(Emit *unit, Sym *sym, Node *init) {
    uint32_t index = (uint32_t)(emit_global(unit, sym) - unit->globals.data);
    if (unit->globals.data[index].image || !init) {
        return;
    }
    Image image = {.size_bytes = image_size(sym, init)};
    image.bytes = arena_alloc(unit->arena, image.size_bytes ? image.size_bytes : 1);
    InitItem whole = {.type = sym->type, .value = init};
    if (!write_value(unit, &image, 0, &whole)) {
        diag_add(unit->diags, DIAG_CODE_NOT_CONSTANT, init->span);
        unit->failed = true;
    }
    UnitGlobal *g = &unit->globals.data[index]; // other globals may have come meanwhile
    g->size_bytes = (uint32_t)image.size_bytes;
    g->image = image.bytes;
    // Const members of what has no initialiser may still be meant to get their value, by
    // memcpy: as in a local without one.
    g->is_const = g->is_const || type_has_const(sym->type);
    g->reloc_count = image.relocs.count;
    if (image.relocs.count > 0) {
        Reloc *relocs = arena_array(unit->arena, Reloc, image.relocs.count);
        memcpy(relocs, image.relocs.data, sizeof(Reloc) * image.relocs.count);
        g->relocs = relocs;
    }
    vec_free(image.relocs);
    map_deinit(&image.reloc_at);
}

// A session variable whose initialiser is computed, at its place among the cell's
// statements.
void emit_global_assign(Func *f, Sym *sym, Node *init) {
    uint32_t mark = f->regs.top;
    f->span = init->span;
    if (type_is_scalar(sym->type)) {
        Reg v = REG_NONE;
        if (init->kind == ND_INIT) {
            InitItem *item = init->init_items;
            v = item ? emit_expr(f, item->value, REG_NONE) : emit_int(f, 0, REG_NONE);
        } else {
            v = emit_expr(f, init, REG_NONE);
        }
        Place p = {.kind = PLACE_GLOBAL,
                   .type = sym->type,
                   .base = REG_NONE,
                   .index = REG_NONE,
                   .global = sym->id,
                   .limit = sym->type->size_bytes,
                   .span = init->span}; // not is_const: a const's first value
        emit_store(f, &p, v);
    } else {
        Reg r = regs_take(&f->regs, 1);
        emit_wide(f, OP_LDK, r, (int32_t)emit_const_ref(f, KC_GLOBAL, sym->id, 0));
        emit_local_init(f, init, sym->type, r);
        emit_seal(f, sym->type, r);
    }
    f->regs.top = mark;
}

// ---------------------------------------------------------------- local objects

typedef struct InitPlan {
    uint32_t items;
    uint32_t constants; // that are not zero
    uint32_t zeros;
    uint64_t covered; // bytes the items name
    bool has_bits, has_relocs;
} InitPlan;

// An item that an image can hold: a constant without address.
static bool is_plain_constant(Emit *unit, const InitItem *item, ConstValue *v) {
    return type_is_scalar(item->type) && emit_const_value(unit, item->value, v) &&
           v->kind != CV_ADDRESS;
}

// All bits zero: -0.0 is not.
static bool is_zero_value(const ConstValue *v) {
    uint64_t bits;
    memcpy(&bits, &v->d, 8);
    return v->kind == CV_INT ? v->i == 0 : bits == 0;
}

// What kind of initialiser it is, to choose between an image, zeros and single stores.
static InitPlan plan_init(Emit *unit, const InitItem *items) {
    InitPlan plan = {0};
    ConstValue v;
    for (const InitItem *item = items; item; item = item->next) {
        plan.items++;
        plan.covered += item->type->size_bytes;
        plan.has_bits = plan.has_bits || item->bitfield;
        if (item->value->kind == ND_STRING && item->type->kind == TY_ARRAY) {
            plan.constants++;
        } else if (is_plain_constant(unit, item, &v)) {
            plan.constants += is_zero_value(&v) ? 0 : 1;
            plan.zeros += is_zero_value(&v) ? 1 : 0;
        }
    }
    return plan;
}

static void store_item(Func *f, const InitItem *item, Reg pointer, Reg value) {
    Place p = {.kind = item->bitfield ? PLACE_BITS : PLACE_MEM,
               .type = item->type,
               .base = pointer,
               .index = REG_NONE,
               .offset = (int64_t)item->offset_bytes,
               .bits = item->bitfield,
               .span = item->value->span};
    emit_store(f, &p, value);
}

// One computed value into its place.
static void init_item(Func *f, const InitItem *item, Reg pointer) {
    uint32_t mark = f->regs.top;
    Node *value = item->value;
    if (type_is_scalar(item->type)) {
        Reg v = emit_expr(f, value, REG_NONE);
        store_item(f, item, pointer, v);
    } else {
        Place p = {.kind = PLACE_MEM,
                   .type = item->type,
                   .base = pointer,
                   .index = REG_NONE,
                   .offset = (int64_t)item->offset_bytes,
                   .span = value->span};
        emit_local_init(f, value, item->type, emit_address(f, &p, REG_NONE));
    }
    f->regs.top = mark;
}

// A literal into an array: its bytes, and zeros behind them.
static void init_from_string(Func *f, const Node *string, const Type *type, Reg pointer) {
    uint64_t size = string->type->size_bytes,
             room = type->size_bytes ? type->size_bytes : size;
    uint32_t mark = f->regs.top;
    if (room > size) {
        emit_op_ext(f, insn_make(OP_ZERO, pointer, 0, 0), room);
    }
    Reg from = regs_take(&f->regs, 1);
    emit_wide(f, OP_LDK, from,
              (int32_t)emit_const_ref(f, KC_STRING, emit_string(f->unit, string), 0));
    emit_copy(f, pointer, from, size < room ? size : room);
    f->regs.top = mark;
}

// Copies the constants of an initialiser in one go; what is not constant is zero in it.
static void copy_image(Func *f, const Node *init, const Type *type, Reg pointer) {
    Emit *unit = f->unit;
    Image image = {.size_bytes = type->size_bytes, .bytes = mem_alloc(type->size_bytes)};
    ConstValue v;
    for (const InitItem *item = init->init_items; item; item = item->next) {
        bool is_string = item->value->kind == ND_STRING && item->type->kind == TY_ARRAY;
        if (is_string || is_plain_constant(unit, item, &v)) {
            write_value(unit, &image, item->offset_bytes, item);
        }
    }
    Site site = {NULL, layout_of(unit->arena, unit->types, (Type *)type->unqual),
                 init->span};
    uint32_t string =
        emit_string_bytes(unit, (char *)image.bytes, (uint32_t)image.size_bytes, &site);
    mem_free(image.bytes);
    uint32_t mark = f->regs.top;
    Reg from = regs_take(&f->regs, 1);
    emit_wide(f, OP_LDK, from, (int32_t)emit_const_ref(f, KC_STRING, string, 0));
    emit_copy(f, pointer, from, type->size_bytes);
    f->regs.top = mark;
}

// A constant that the image or the zeros behind the object hold already.
static bool is_done(Func *f, const InitItem *item, bool has_image, bool has_zeros) {
    ConstValue v;
    if (item->value->kind == ND_STRING && item->type->kind == TY_ARRAY) {
        return has_image;
    }
    if (!(has_image || has_zeros) || !is_plain_constant(f->unit, item, &v)) {
        return false;
    }
    return has_image || is_zero_value(&v);
}

typedef struct RangeValue {
    const void *range; // InitItem's
    Reg value;
} RangeValue;

typedef VEC(RangeValue) RangeValues;

// [lo ... hi] = f(): f is called once (gcc manual, "Designated Inits"). Ranges may lie in
// one another.
static Reg value_of_range(Func *f, RangeValues *kept, const InitItem *item) {
    for (uint32_t i = 0; i < kept->count; i++) {
        if (kept->data[i].range == item->range) {
            return kept->data[i].value;
        }
    }
    Reg value = regs_take(&f->regs, 1);
    emit_expr(f, item->value, value);
    vec_push(*kept, ((RangeValue){item->range, value}));
    return value;
}

// Three constants are the break-even: LDK and COPY against an LDI and ST each.
void emit_local_init(Func *f, Node *init, Type *type, Reg pointer) {
    f->span = init->span;
    if (init->kind == ND_STRING && type->kind == TY_ARRAY) {
        init_from_string(f, init, type, pointer);
        return;
    }
    if (init->kind != ND_INIT) {
        if (type_is_record(type)) {
            emit_record(f, init, pointer);
        } else if (type->kind == TY_ARRAY) { // GNU: from a compound literal
            uint32_t mark = f->regs.top;
            Place p = emit_place(f, init);
            uint64_t have = init->type->size_bytes;
            emit_copy(f, pointer, emit_address(f, &p, REG_NONE),
                      have < type->size_bytes ? have : type->size_bytes);
            f->regs.top = mark;
        } else {
            InitItem whole = {.type = type, .value = init};
            init_item(f, &whole, pointer);
        }
        return;
    }
    InitPlan plan = plan_init(f->unit, init->init_items);
    uint64_t size = type->size_bytes;
    bool all_constant = plan.constants > 0 && plan.constants + plan.zeros == plan.items;
    bool has_image =
        size > 0 && (plan.constants >= 3 || (all_constant && plan.items >= 3));
    bool has_zeros = !has_image && size > 0 && (plan.has_bits || plan.covered < size);
    if (has_image) {
        copy_image(f, init, type, pointer);
    } else if (has_zeros) {
        emit_op_ext(f, insn_make(OP_ZERO, pointer, 0, 0), size);
    }
    RangeValues kept = {0};
    uint32_t mark = f->regs.top;
    for (const InitItem *item = init->init_items; item; item = item->next) {
        if (is_done(f, item, has_image, has_zeros)) {
            continue;
        }
        if (item->range && emit_has_effects(item->value)) {
            store_item(f, item, pointer, value_of_range(f, &kept, item));
        } else {
            init_item(f, item, pointer);
        }
    }
    vec_free(kept);
    f->regs.top = mark;
}

// For `v = (struct vec){x, y, z}`: the values first, since they may read v, then straight
// into v.
bool emit_init_into(Func *f, Node *init, Reg pointer) {
    enum { MOST = 8 };
    Reg values[MOST];
    uint32_t count = 0;
    if (init->kind != ND_INIT) {
        return false;
    }
    InitPlan plan = plan_init(f->unit, init->init_items);
    if (plan.items > MOST || plan.has_bits || plan.constants >= 4) {
        return false;
    }
    for (const InitItem *item = init->init_items; item; item = item->next) {
        if (!type_is_scalar(item->type) || item->range) {
            return false;
        }
    }
    for (const InitItem *item = init->init_items; item; item = item->next) {
        uint32_t mark = f->regs.top;
        values[count] = emit_expr(f, item->value, REG_NONE);
        if (values[count] < mark &&
            item->next) { // a variable: a later value may assign to it
            Reg copy = regs_take(&f->regs, 1);
            bool assigned = false;
            for (const InitItem *later = item->next; later; later = later->next) {
                assigned = assigned || emit_assigns(later->value, values[count]);
            }
            if (assigned) {
                emit_move(f, copy, values[count]);
                values[count] = copy;
            } else {
                f->regs.top = mark;
            }
        }
        count++;
    }
    f->span = init->span;
    if (plan.covered < init->type->size_bytes) {
        emit_op_ext(f, insn_make(OP_ZERO, pointer, 0, 0), init->type->size_bytes);
    }
    count = 0;
    for (const InitItem *item = init->init_items; item; item = item->next) {
        store_item(f, item, pointer, values[count++]);
    }
    return true;
}
