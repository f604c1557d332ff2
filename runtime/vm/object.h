// object.h: the object table: what a pointer's index stands for, and everything about an
// access that is not fast.
//
//     hot[index]  (value.h)  generation | kind | base, readable, writable     16 bytes
//                            all that the fast check looks at, and what handles are
//     cold[index]            kind, size, what it is, where it came from       48 bytes
//                            of memory and library objects: faults, slow paths
//
// Handles without memory for the program (tasks, coroutines, functions, errors) leave
// their cold entry zero, so that a million of them never make it resident. An id without
// a life says in its hot entry whether it is (OBJ_REMAINS): a task that is born looks at
// no other.
//
// An id's life:
//
//     never used --take--> live --end--> free (next generation) --take--> live ...
//                                  \--after generation 63--> quarantine
//     quarantine --a collection saw no pattern of it--> free
//
// Generations run from 1 to 63; 0 is never live, so small integers are never pointers.
// Free ids are taken LIFO, from one of three pools: locals have their own, so that a
// stale pointer into it is known for a use after scope even when the id has found another
// use; errors have their own, so that reporting a use after free does not take the id of
// the very object that it tells about.
#ifndef VM_OBJECT_H
#define VM_OBJECT_H

#include "base/vec.h"
#include "vm/vm.h"

enum {
    OF_CONST = 2,   // never writable
    OF_PARTIAL = 4, // not all bytes are initialised; hot.readable is the count of leading
                    // ones that are
    OF_BITS = 8,    // init.bits is allocated
    OF_CONST_PARTS = 16, // what is const in its layout is not writable; hot.writable ends
                         // before the first such byte
    OF_QUARANTINE = 32,  // out of generations
    OF_TYPED = 64,       // what.layout is known (OBJ_HEAP)
    OF_RECLAIMED = 128,  // ended by the collector, not by free
    OF_VA_AREA = 256,    // a VaArea (native.h): not memory to the language
    OF_VA_STARTED = 512, // va_start has taken this very area
    OF_VA_ENDED = 1024   // va_end has ended it
};

typedef enum IdPool { POOL_OBJECTS, POOL_LOCALS, POOL_ERRORS, POOL_COUNT } IdPool;

typedef struct ObjCold {
    uint32_t size_bytes;
    uint8_t kind;   // ObjKind; when the id has no life now, of its last one
    uint8_t pool;   // IdPool, for all its lives
    uint16_t flags; // OF_*
    union {
        uint64_t mask;  // one bit a byte, objects up to 64 bytes
        uint64_t *bits; // the same, larger objects, once bytes were written out of order
    } init;
    union {
        const Site *site;                // locals, globals, strings; NULL when unknown
        const Layout *layout;            // OBJ_HEAP with OF_TYPED: of one element
        const NativeClass *native_class; // OBJ_NATIVE
    } what;
    Span born; // where allocated
    Span died; // where freed
} ObjCold;

// Where a base would be, of an id without a life: its cold entry tells of the last one.
#define OBJ_REMAINS ((uint64_t)1)

typedef struct ObjTable {
    ObjHot *hot;       // PTR_INDEX_MASK + 1 entries, reserved
    ObjCold *cold;     // capacity entries, as a rule as many
    uint32_t next;     // first index never used
    uint32_t capacity; // entries of cold
    VEC(uint32_t) free_ids[POOL_COUNT];
    VEC(uint32_t) quarantine;
    uint32_t live_count;  // without locals, which their fibers count
    bool is_reserve_open; // a cell is being started: the last ids are for that
} ObjTable;

typedef enum Access {
    ACCESS_READ,
    ACCESS_WRITE,
    ACCESS_PEEK, // reads, and does not care whether the bytes are initialised
    ACCESS_POKE  // writes, and leaves the bytes' state alone (object_copy sets it)
} Access;

typedef enum AccessFault {
    ACC_OK,
    ACC_NULL,
    ACC_WILD,
    ACC_FREED,
    ACC_SCOPE,
    ACC_NOT_MEMORY,
    ACC_BOUNDS,
    ACC_READ_ONLY,
    ACC_UNINIT
} AccessFault;

NODISCARD bool
object_table_init(ObjTable *table); // false: the address space is too small
void object_table_deinit(ObjTable *table);

// One that was never used; 0: none is left for this pool.
uint32_t object_fresh_id(ObjTable *table, IdPool pool);
// An id without a life yet, 0 when all 2^26 are in use. A few are kept back for errors,
// which have to exist when nothing else can.
static inline uint32_t object_take_id(ObjTable *table, IdPool pool) {
    if (LIKELY(table->free_ids[pool].count))
        return table->free_ids[pool].data[--table->free_ids[pool].count];
    return object_fresh_id(table, pool);
}
// Gives back an id that has no life.
void object_give_id(ObjTable *table, uint32_t index);
// Begins a life. Memory kinds begin uninitialised unless is_full. Returns the pointer to
// its first byte.
Ptr object_begin(ObjTable *table, uint32_t index, ObjKind kind, void *base,
                 uint32_t size_bytes, bool is_full);
// The first of n bytes that is const; offset + n: none is.
uint32_t object_first_const(const ObjCold *cold, uint32_t offset, uint32_t n);
// Ends it: every pointer to it is stale from here on. Does not touch the memory. False:
// the id has run out of generations and is in quarantine, else it is the caller's to give
// back or use again.
bool object_end(ObjTable *table, uint32_t index);
// object_end and object_give_id.
void object_release(ObjTable *table, uint32_t index);
// Frees quarantined ids for which keep is false.
void object_unquarantine(ObjTable *table, bool (*keep)(void *ctx, uint32_t index),
                         void *ctx);

// Everything an access has to pass. On ACC_OK *address is the machine address of n bytes
// at p, and after ACCESS_WRITE they count as initialised.
AccessFault object_access(ObjTable *table, Ptr p, uint64_t n, Access access,
                          char **address);
// Copies n bytes (may overlap); what is uninitialised stays so. *faulty: which of the two
// pointers it was.
AccessFault object_copy(ObjTable *table, Ptr to, Ptr from, uint64_t n, Ptr *faulty);
// How many of n bytes from offset on, in order, are initialised. The range lies inside
// the object.
uint32_t object_init_run(const ObjTable *table, uint32_t index, uint32_t offset,
                         uint32_t n);
// The object's bytes have all been written.
void object_fill(ObjTable *table, uint32_t index);
void object_seal(ObjTable *table, uint32_t index); // const from now on
// As it is declared: all of it, or the members that are `const`.
void object_seal_declared(ObjTable *table, uint32_t index);
void object_unseal(ObjTable *table, uint32_t index); // of a full object
void object_set_layout(ObjTable *table, uint32_t index, const Layout *layout);

// The layout of the object as far as it is known, else NULL. Of a typed block: one
// element's.
const Layout *object_layout(const ObjCold *cold);
// Of the life the id has now; OBJ_FREE: none.
static inline ObjKind object_kind(const ObjTable *table, uint32_t index) {
    return (ObjKind)(table->hot[index].base >> OBJ_KIND_SHIFT & OBJ_KIND_MASK);
}
// Live and of this pointer's generation.
static inline bool object_is_live(const ObjTable *table, Ptr p) {
    uint32_t index = ptr_index(p);
    return ((table->hot[index].base ^ p) >> 58) == 0 && object_kind(table, index);
}
// What a handle of one of two kinds stands for; NULL: p is none. Handles point at their
// object's beginning.
static inline void *object_handle(const ObjTable *table, Ptr p, ObjKind one,
                                  ObjKind other) {
    uint64_t base = table->hot[ptr_index(p)].base;
    ObjKind kind = (ObjKind)(base >> OBJ_KIND_SHIFT & OBJ_KIND_MASK);
    if (UNLIKELY((base ^ p) >> 58 || (kind != one && kind != other) || (uint32_t)p))
        return NULL;
    return (void *)(uintptr_t)(base & OBJ_ADDRESS_MASK);
}
// An id without a life loses what is still known of its last one.
void object_forget(ObjTable *table, uint32_t index);
// A handle's life: object_begin and object_release for ids of POOL_OBJECTS and kinds
// without a cold entry, which a program may make and lose by the million.
static inline Ptr object_begin_handle(ObjTable *table, uint32_t index, ObjKind kind,
                                      void *data) {
    ObjHot *hot = &table->hot[index];
    if (UNLIKELY(hot->base & OBJ_REMAINS))
        object_forget(table, index);
    uint64_t generation = hot->base;
    hot->base = generation | (uint64_t)kind << OBJ_KIND_SHIFT | (uintptr_t)data;
    table->live_count++;
    return generation | (uint64_t)index << 32;
}
static inline void object_release_handle(ObjTable *table, uint32_t index) {
    ObjHot *hot = &table->hot[index];
    uint64_t generation = hot->base >> 58;
    if (UNLIKELY(generation == 63)) {
        object_release(table, index);
        return;
    }
    hot->base = (generation + 1) << 58;
    table->live_count--;
    vec_push(table->free_ids[POOL_OBJECTS], index);
}
// A local's life: object_begin and object_end for ids of POOL_LOCALS, without what cannot
// happen to them.
static inline Ptr object_begin_local(ObjTable *table, uint32_t index, char *base,
                                     uint32_t size_bytes, const Site *site) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    uint64_t generation = hot->base >> 58 << 58;
    hot->base = generation | (uint64_t)OBJ_LOCAL << OBJ_KIND_SHIFT | (uintptr_t)base;
    hot->readable = hot->writable = 0;
    cold->size_bytes = size_bytes;
    cold->kind = OBJ_LOCAL;
    cold->flags = size_bytes ? OF_PARTIAL : 0;
    cold->init.mask = 0;
    cold->what.site = site;
    return generation | (uint64_t)index << 32;
}
static inline bool object_end_local(ObjTable *table, uint32_t index) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    uint64_t generation = hot->base >> 58;
    if (UNLIKELY((cold->flags & OF_BITS) || generation == 63))
        return object_end(table, index);
    cold->flags &= OF_CONST;
    hot->readable = hot->writable = 0;
    hot->base = (generation + 1) << 58;
    return true;
}
// Stores that begin where the initialised bytes of an object end: most first writes. The
// caller has checked the generation and that offset == hot.writable. False: not as simple
// as that, object_access decides.
static inline bool object_extend(ObjTable *table, uint32_t index, uint32_t offset,
                                 uint32_t n) {
    ObjHot *hot = &table->hot[index];
    ObjCold *cold = &table->cold[index];
    uint64_t end = (uint64_t)offset + n;
    // Index 0 and everything that is not plainly half-written has other flags, or bits
    // beyond the end.
    if (UNLIKELY(cold->flags != OF_PARTIAL || end > cold->size_bytes || cold->init.mask ||
                 offset != hot->readable))
        return false;
    hot->readable = hot->writable = (uint32_t)end;
    if (end == cold->size_bytes)
        cold->flags = 0;
    return true;
}
// Overlapping or not; the sizes of ordinary structs without a call.
static inline void object_move_bytes(char *to, const char *from, uint64_t n) {
    typedef struct Part {
        uint64_t words[2];
    } Part;
    if (LIKELY(n >= 16 && n <= 32)) {
        Part first, last;
        memcpy(&first, from, sizeof first);
        memcpy(&last, from + n - sizeof last, sizeof last);
        memcpy(to, &first, sizeof first);
        memcpy(to + n - sizeof last, &last, sizeof last);
    } else if (n == sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, from, sizeof word);
        memcpy(to, &word, sizeof word);
    } else {
        memmove(to, from, n);
    }
}
// object_copy when nothing special is involved: from initialised bytes, to writable ones
// or those that come next.
static inline bool object_copy_fast(ObjTable *table, Ptr to, Ptr from, uint64_t n) {
    ObjHot *target = &table->hot[ptr_index(to)];
    const ObjHot *source = &table->hot[ptr_index(from)];
    if (UNLIKELY((target->base ^ to) >> 58 || (source->base ^ from) >> 58))
        return false;
    uint64_t to_end = (uint32_t)to + n, from_end = (uint32_t)from + n;
    if (UNLIKELY(n > UINT32_MAX || from_end > source->readable))
        return false;
    if (to_end > target->writable &&
        !((uint32_t)to == target->writable && n &&
          object_extend(table, ptr_index(to), (uint32_t)to, (uint32_t)n)))
        return false;
    object_move_bytes(
        (char *)(uintptr_t)(target->base & OBJ_ADDRESS_MASK) + (uint32_t)to,
        (const char *)(uintptr_t)(source->base & OBJ_ADDRESS_MASK) + (uint32_t)from, n);
    return true;
}
static inline bool object_is_memory(ObjKind kind) {
    return kind >= OBJ_HEAP && kind <= OBJ_BOX;
}
static inline bool object_has_cold(ObjKind kind) {
    return object_is_memory(kind) || kind == OBJ_NATIVE;
}
static inline char *object_base(const ObjTable *table, uint32_t index) {
    return (char *)(uintptr_t)(table->hot[index].base & OBJ_ADDRESS_MASK);
}
static inline Ptr object_ptr(const ObjTable *table, uint32_t index) {
    return ptr_make(index, (uint32_t)(table->hot[index].base >> 58), 0);
}

#endif
