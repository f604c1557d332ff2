// object.c: ids, lives, and the slow path of every access; the life cycle is drawn in
// object.h.
//
// What enters is a pointer that did not pass the fast check, what leaves is an address or
// the reason why there is none. Nothing here makes messages: fault.c does, from the
// reason and the cold entry.
//
// Initialisation is tracked by byte. Objects are mostly written front to back, so the
// count of leading initialised bytes is the fast check's bound itself and costs nothing;
// bytes written out of order are kept as bits, inline for objects up to 64 bytes. A gap
// that is padding by the object's layout counts as written when what follows it is.
// Always holds: flags & OF_PARTIAL exactly when hot.readable < size of a live memory
// object; bits below hot.readable mean nothing; dead objects have readable == writable ==
// 0.
//
// Read fault.c next.
#include "vm/object.h"

#include <assert.h>
#include <sys/mman.h>

#define TABLE_ENTRIES   ((size_t)PTR_INDEX_MASK + 1)
#define LAST_GENERATION 63u
#define FEWEST_ENTRIES  (1u << 18)
#define ERROR_IDS       4096u // for error objects
#define START_IDS       4096u // for what starts a cell (vm_open_reserve)
#define INLINE_BITS     64u
// A null pointer plus a field offset or a small index is still "null" to a learner.
#define NULL_REACH (1 << 20)

static void *reserve(size_t size_bytes) {
    void *p = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

bool object_table_init(ObjTable *table) {
    static_assert(sizeof(ObjHot) == 16, "two entries share no more than a line");
    static_assert(sizeof(ObjCold) == 48, "cold entries are drawn as 48 bytes");
    memset(table, 0, sizeof *table);
    table->hot = reserve(TABLE_ENTRIES * sizeof(ObjHot));
    table->next = 1;
    // The fast path needs the whole hot table; fewer cold entries only mean fewer objects
    // (a ulimit -v).
    for (uint32_t want = TABLE_ENTRIES; want >= FEWEST_ENTRIES && !table->cold;
         want /= 16) {
        table->cold = reserve(want * sizeof(ObjCold));
        table->capacity = want;
    }
    if (table->hot && table->cold)
        return true;
    object_table_deinit(table);
    return false;
}

void object_table_deinit(ObjTable *table) {
    for (uint32_t i = 1; i < table->next; i++) {
        if (table->cold[i].flags & OF_BITS)
            mem_free(table->cold[i].init.bits);
    }
    if (table->hot)
        munmap(table->hot, TABLE_ENTRIES * sizeof(ObjHot));
    if (table->cold)
        munmap(table->cold, table->capacity * sizeof(ObjCold));
    for (int pool = 0; pool < POOL_COUNT; pool++)
        vec_free(table->free_ids[pool]);
    vec_free(table->quarantine);
    memset(table, 0, sizeof *table);
}

// ---------------------------------------------------------------- lives

uint32_t object_fresh_id(ObjTable *table, IdPool pool) {
    assert(pool < POOL_COUNT);
    uint32_t kept = pool == POOL_ERRORS      ? 0
                    : table->is_reserve_open ? ERROR_IDS
                                             : ERROR_IDS + START_IDS;
    if (table->next >= table->capacity - kept)
        return 0;
    uint32_t index = table->next++;
    table->hot[index].base = (uint64_t)1 << 58;
    if (pool != POOL_OBJECTS) // an entry that is zero stays untouched
        table->cold[index].pool = (uint8_t)pool;
    return index;
}

void object_give_id(ObjTable *table, uint32_t index) {
    ObjCold *cold = &table->cold[index];
    assert(!object_kind(table, index));
    assert(!(cold->flags & OF_QUARANTINE));
    vec_push(table->free_ids[cold->pool], index);
}

// Of an id whose cold entry is not zero; the page of one that is stays untouched.
void object_forget(ObjTable *table, uint32_t index) {
    ObjCold *cold = &table->cold[index];
    assert(!object_kind(table, index));
    if (cold->kind)
        *cold = (ObjCold){.pool = cold->pool};
    table->hot[index].base &= ~OBJ_REMAINS;
}

Ptr object_begin(ObjTable *table, uint32_t index, ObjKind kind, void *base,
                 uint32_t size_bytes, bool is_full) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    assert(kind != OBJ_FREE && !object_kind(table, index));
    assert(hot->base >> 58 != 0);
    assert(((uint64_t)(uintptr_t)base & ~OBJ_ADDRESS_MASK) == 0);
    table->live_count += cold->pool != POOL_LOCALS;
    if (!object_has_cold(kind))
        object_forget(table, index);
    hot->base =
        hot->base >> 58 << 58 | (uint64_t)kind << OBJ_KIND_SHIFT | (uintptr_t)base;
    if (!object_has_cold(kind))
        return object_ptr(table, index);
    bool is_memory = object_is_memory(kind);
    hot->readable = hot->writable = is_memory && is_full ? size_bytes : 0;
    cold->size_bytes = size_bytes;
    cold->kind = (uint8_t)kind;
    cold->flags = is_memory && !is_full && size_bytes ? OF_PARTIAL : 0;
    cold->init.mask = 0;
    cold->what.site = NULL;
    return object_ptr(table, index);
}

static void drop_bits(ObjCold *cold) {
    if (cold->flags & OF_BITS) {
        mem_free(cold->init.bits);
        cold->flags &= (uint16_t)~OF_BITS;
    }
    cold->init.mask = 0;
}

bool object_end(ObjTable *table, uint32_t index) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    assert(object_kind(table, index));
    if (object_has_cold(object_kind(table, index))) {
        drop_bits(cold);
        cold->flags &= OF_TYPED | OF_CONST;
    }
    hot->readable = hot->writable = 0;
    table->live_count -= cold->pool != POOL_LOCALS;
    uint64_t generation = hot->base >> 58;
    if (generation < LAST_GENERATION) {
        hot->base = (generation + 1) << 58 | (cold->kind ? OBJ_REMAINS : 0);
        return true;
    }
    hot->base = 0;
    cold->flags |= OF_QUARANTINE;
    vec_push(table->quarantine, index);
    return false;
}

void object_release(ObjTable *table, uint32_t index) {
    if (object_end(table, index))
        object_give_id(table, index);
}

void object_unquarantine(ObjTable *table, bool (*keep)(void *ctx, uint32_t index),
                         void *ctx) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < table->quarantine.count; i++) {
        uint32_t index = table->quarantine.data[i];
        if (keep(ctx, index)) {
            table->quarantine.data[kept++] = index;
            continue;
        }
        ObjCold *cold = &table->cold[index];
        cold->flags &= (uint16_t)~OF_QUARANTINE;
        table->hot[index].base = (uint64_t)1 << 58 | (cold->kind ? OBJ_REMAINS : 0);
        object_give_id(table, index);
    }
    table->quarantine.count = kept;
}

// ---------------------------------------------------------------- which bytes are
// initialised

// NULL: no byte beyond the leading ones was written yet.
static const uint64_t *bits_of(const ObjCold *cold) {
    if (cold->size_bytes <= INLINE_BITS)
        return &cold->init.mask;
    return cold->flags & OF_BITS ? cold->init.bits : NULL;
}

static uint64_t *bits_for_writing(ObjCold *cold) {
    if (cold->size_bytes <= INLINE_BITS)
        return &cold->init.mask;
    if (!(cold->flags & OF_BITS)) {
        cold->init.bits =
            mem_alloc(((size_t)cold->size_bytes + 63) / 64 * sizeof(uint64_t));
        cold->flags |= OF_BITS;
    }
    return cold->init.bits;
}

// A word at a time; offsets are bytes of the object.
static void bits_fill(uint64_t *bits, uint32_t from, uint32_t to, bool value) {
    for (uint32_t at = from; at < to;) {
        uint32_t in_word = at % 64;
        uint32_t count = 64 - in_word < to - at ? 64 - in_word : to - at;
        uint64_t mask = (count == 64 ? ~(uint64_t)0 : (((uint64_t)1 << count) - 1))
                        << in_word;
        bits[at / 64] = value ? bits[at / 64] | mask : bits[at / 64] & ~mask;
        at += count;
    }
}

// The first clear bit in [from, to), or to.
static uint32_t bits_next_clear(const uint64_t *bits, uint32_t from, uint32_t to) {
    uint32_t at = from;
    while (at < to) {
        uint64_t clear = ~bits[at / 64] >> (at % 64);
        if (clear) {
            uint32_t found = at + (uint32_t)__builtin_ctzll(clear);
            return found < to ? found : to;
        }
        at += 64 - at % 64;
    }
    return to;
}

uint32_t object_init_run(const ObjTable *table, uint32_t index, uint32_t offset,
                         uint32_t n) {
    const ObjCold *cold = &table->cold[index];
    uint32_t end = offset + n;
    assert(end <= cold->size_bytes);
    if (!(cold->flags & OF_PARTIAL))
        return n;
    uint32_t at = offset;
    if (at < table->hot[index].readable)
        at = table->hot[index].readable;
    if (at >= end)
        return n;
    const uint64_t *bits = bits_of(cold);
    return bits ? bits_next_clear(bits, at, end) - offset : at - offset;
}

const Layout *object_layout(const ObjCold *cold) {
    switch (cold->kind) {
    case OBJ_LOCAL:
    case OBJ_GLOBAL:
    case OBJ_STRING:
        return cold->what.site ? cold->what.site->layout : NULL;
    case OBJ_HEAP:
        return cold->flags & OF_TYPED ? cold->what.layout : NULL;
    default:
        return NULL;
    }
}

// Whether the byte belongs to no member. Depth is bounded by how deeply types nest.
static bool is_padding_byte(const Layout *layout, uint32_t offset) {
    for (;;) {
        if (!layout || layout->size_bytes == 0)
            return false;
        if (layout->kind == LAY_ARRAY) {
            layout = layout->base;
            if (layout && layout->size_bytes)
                offset %= layout->size_bytes;
            continue;
        }
        if (layout->kind != LAY_STRUCT)
            return false;
        const LayoutField *inside = NULL;
        for (uint32_t i = 0; i < layout->field_count; i++) {
            const LayoutField *field = &layout->fields[i];
            uint32_t size = field->layout ? field->layout->size_bytes : 0;
            if (field->bit_width && offset >= field->offset_bytes &&
                offset - field->offset_bytes < size)
                return false;
            if (offset >= field->offset_bytes && offset - field->offset_bytes < size)
                inside = field;
        }
        if (!inside)
            return true;
        offset -= inside->offset_bytes;
        layout = inside->layout;
    }
}

// Gaps are at most this long when they are padding of ordinary types.
#define MAX_PADDING_BYTES 15

// Whether all bytes of [from, to) are padding of the object's type. A block of several
// elements repeats its element's layout.
static bool is_padding(const ObjCold *cold, uint32_t from, uint32_t to) {
    const Layout *layout = object_layout(cold);
    if (!layout || to - from > MAX_PADDING_BYTES || !layout->size_bytes)
        return false;
    for (uint32_t at = from; at < to; at++) {
        if (!is_padding_byte(layout, at % layout->size_bytes))
            return false;
    }
    return true;
}

// ---------------------------------------------------------------- which bytes are const

// Where the first const byte of [from, to) is; `to`: nowhere. Members of a union share
// their bytes, and bit-fields theirs, so const ones among them are not told apart. Depth is
// bounded by how deeply types nest.
COLD static uint32_t first_const(const Layout *layout, uint32_t from, uint32_t to) {
    if (!layout || from >= to)
        return to;
    if (layout->is_const)
        return from;
    uint32_t best = to, size = layout->base ? layout->base->size_bytes : 0;
    if (layout->kind == LAY_ARRAY && size) {
        // The first whole element stands for those that follow it.
        for (uint32_t at = from / size * size; at < best && at < from + 2 * size;
             at += size) {
            uint32_t begin = from > at ? from - at : 0;
            uint32_t end = to - at < size ? to - at : size;
            uint32_t found = first_const(layout->base, begin, end);
            if (found < end && at + found < best)
                best = at + found;
        }
        return best;
    }
    for (uint32_t i = 0; layout->kind == LAY_STRUCT && i < layout->field_count; i++) {
        const LayoutField *field = &layout->fields[i];
        uint32_t at = field->offset_bytes;
        uint32_t bytes = field->layout ? field->layout->size_bytes : 0;
        if (field->bit_width || at >= best || at + bytes <= from)
            continue;
        uint32_t begin = from > at ? from - at : 0;
        uint32_t end = best - at < bytes ? best - at : bytes;
        uint32_t found = first_const(field->layout, begin, end);
        if (found < end)
            best = at + found;
    }
    return best;
}

COLD uint32_t object_first_const(const ObjCold *cold, uint32_t offset, uint32_t n) {
    if (!(cold->flags & OF_CONST_PARTS))
        return cold->flags & OF_CONST ? offset : offset + n;
    return first_const(object_layout(cold), offset, offset + n);
}

COLD static void keep_const(ObjHot *hot, const ObjCold *cold) {
    hot->writable = object_first_const(cold, 0, hot->readable);
}

// The count of leading initialised bytes; an object that is full needs no bits any more.
static inline void set_watermark(ObjHot *hot, ObjCold *cold, uint32_t watermark) {
    hot->readable = hot->writable = watermark;
    if (UNLIKELY(cold->flags & (OF_CONST | OF_CONST_PARTS)))
        keep_const(hot, cold);
    if (watermark == cold->size_bytes) {
        drop_bits(cold);
        cold->flags &= (uint16_t)~OF_PARTIAL;
    }
}

// [offset, offset + n) has been written: either it moves the watermark, and takes along
// what was written ahead of it, or it is kept as bits.
static void mark_init(ObjTable *table, uint32_t index, uint32_t offset, uint32_t n) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    uint32_t end = offset + n;
    assert(end <= cold->size_bytes);
    if (!(cold->flags & OF_PARTIAL) || end <= hot->readable)
        return;
    if (offset > hot->readable && !is_padding(cold, hot->readable, offset)) {
        bits_fill(bits_for_writing(cold), offset, end, true);
        return;
    }
    const uint64_t *bits = bits_of(cold);
    if (bits)
        end = bits_next_clear(bits, end, cold->size_bytes);
    set_watermark(hot, cold, end);
}

// The reverse, for copies of uninitialised bytes over initialised ones. Padding may stay
// as it is: nobody can read it by name.
static void mark_uninit(ObjTable *table, uint32_t index, uint32_t offset, uint32_t n) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    if (n == 0 || is_padding(cold, offset, offset + n))
        return;
    uint32_t watermark = cold->flags & OF_PARTIAL ? hot->readable : cold->size_bytes;
    cold->flags |= OF_PARTIAL;
    uint64_t *bits = bits_for_writing(cold);
    if (offset < watermark) {
        bits_fill(bits, offset, watermark, true);
        set_watermark(hot, cold, offset);
    }
    bits_fill(bits, offset, offset + n, false);
}

void object_fill(ObjTable *table, uint32_t index) {
    ObjCold *cold = &table->cold[index];
    assert(object_is_memory(object_kind(table, index)));
    if (cold->flags & OF_PARTIAL)
        set_watermark(&table->hot[index], cold, cold->size_bytes);
}

void object_seal(ObjTable *table, uint32_t index) {
    table->cold[index].flags |= OF_CONST;
    table->hot[index].writable = 0;
}

void object_seal_declared(ObjTable *table, uint32_t index) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    const Layout *layout = object_layout(cold);
    const Layout *element = layout;
    while (element && element->kind == LAY_ARRAY)
        element = element->base;
    if (!layout || layout->is_const || (element && element->is_const)) {
        object_seal(table, index);
    } else if (first_const(layout, 0, cold->size_bytes) < cold->size_bytes) {
        cold->flags |= OF_CONST_PARTS;
        hot->writable = first_const(layout, 0, hot->readable);
    }
}

void object_unseal(ObjTable *table, uint32_t index) {
    ObjCold *cold = &table->cold[index];
    assert(!(cold->flags & OF_PARTIAL));
    cold->flags &= (uint16_t) ~(OF_CONST | OF_CONST_PARTS);
    table->hot[index].writable = cold->size_bytes;
}

void object_set_layout(ObjTable *table, uint32_t index, const Layout *layout) {
    ObjCold *cold = &table->cold[index];
    if (cold->kind != OBJ_HEAP || (cold->flags & OF_TYPED) || !layout ||
        !layout->size_bytes)
        return;
    if (layout->kind == LAY_VOID || layout->size_bytes > cold->size_bytes)
        return;
    cold->flags |= OF_TYPED;
    cold->what.layout = layout;
}

// ---------------------------------------------------------------- accesses

// Why p is the pointer of no live object.
static AccessFault stale_reason(const ObjTable *table, Ptr p) {
    uint32_t index = ptr_index(p);
    if (index == 0) {
        int32_t offset = ptr_offset(p);
        bool is_null =
            ptr_generation(p) == 0 && offset < NULL_REACH && offset > -NULL_REACH;
        return is_null ? ACC_NULL : ACC_WILD;
    }
    if (index >= table->next || ptr_generation(p) == 0)
        return ACC_WILD;
    uint32_t generation = (uint32_t)(table->hot[index].base >> 58);
    const ObjCold *cold = &table->cold[index];
    if (!object_kind(table, index) && generation == ptr_generation(p))
        return ACC_WILD; // a generation that has not been yet
    return cold->pool == POOL_LOCALS ? ACC_SCOPE : ACC_FREED;
}

AccessFault object_access(ObjTable *table, Ptr p, uint64_t n, Access access,
                          char **address) {
    if (!object_is_live(table, p))
        return stale_reason(table, p);
    uint32_t index = ptr_index(p);
    const ObjCold *cold = &table->cold[index];
    if (!object_is_memory(object_kind(table, index)) || (cold->flags & OF_VA_AREA))
        return ACC_NOT_MEMORY;
    int32_t offset = ptr_offset(p);
    if (offset < 0 || n > cold->size_bytes || (uint64_t)offset + n > cold->size_bytes)
        return ACC_BOUNDS;
    bool is_store = access == ACCESS_WRITE || access == ACCESS_POKE;
    uint32_t at = (uint32_t)offset, size = (uint32_t)n;
    if (is_store && UNLIKELY(cold->flags & (OF_CONST | OF_CONST_PARTS)) &&
        object_first_const(cold, at, size) < at + size)
        return ACC_READ_ONLY;
    if (access == ACCESS_READ && object_init_run(table, index, at, size) < size)
        return ACC_UNINIT;
    if (access == ACCESS_WRITE)
        mark_init(table, index, at, size);
    *address = object_base(table, index) + at;
    return ACC_OK;
}

AccessFault object_copy(ObjTable *table, Ptr to, Ptr from, uint64_t n, Ptr *faulty) {
    char *target, *source;
    *faulty = from;
    AccessFault fault = object_access(table, from, n, ACCESS_PEEK, &source);
    if (fault != ACC_OK)
        return fault;
    *faulty = to;
    fault = object_access(table, to, n, ACCESS_POKE, &target);
    if (fault != ACC_OK)
        return fault;
    memmove(target, source, n);
    uint32_t size = (uint32_t)n;
    uint32_t from_at = (uint32_t)ptr_offset(from), to_at = (uint32_t)ptr_offset(to);
    uint32_t run = object_init_run(table, ptr_index(from), from_at, size);
    if (run == size) {
        mark_init(table, ptr_index(to), to_at, size);
        return ACC_OK;
    }
    if (ptr_base(to) == ptr_base(from) && to_at == from_at)
        return ACC_OK;
    // Byte by byte, in the direction memmove would take, as source and target may be one
    // object.
    bool backwards = ptr_base(to) == ptr_base(from) && to_at > from_at;
    for (uint32_t i = 0; i < size; i++) {
        uint32_t at = backwards ? size - 1 - i : i;
        if (object_init_run(table, ptr_index(from), from_at + at, 1))
            mark_init(table, ptr_index(to), to_at + at, 1);
        else
            mark_uninit(table, ptr_index(to), to_at + at, 1);
    }
    return ACC_OK;
}
