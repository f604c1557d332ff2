// value.h: registers, safe pointers, and the object table's fast path.
//
//     a pointer   63      58 57                     32 31                     0
//                +----------+-------------------------+------------------------+
//                |generation|      object index       |    offset (signed)     |
//                +----------+-------------------------+------------------------+
//                   6 bits           26 bits                   32 bits
//
// Null is 0 (object index 0 is never used). Any 64-bit pattern is safe to use: the table
// decides. Handles (tasks, coroutines, files, functions) are pointers to objects without
// readable bytes. Arithmetic touches the offset only.
//
//     hot entry    +-----------------------------------------+----------+----------+
//     (16 bytes)   | generation : 6 | kind : 6 | base : 52   | readable | writable |
//                  +-----------------------------------------+----------+----------+
//
// kind is an ObjKind (vm.h), 0 of an id without a life (which has no base: object.h).
//
// One fast check: generations equal and offset + n <= readable (writable for stores).
// Everything special makes it fail and is sorted out in object.c's slow path: freed or
// out of scope (both 0), const (writable 0), not yet fully initialised (both are the
// count of leading bytes that are initialised), handles (both 0). Objects are below 2
// GiB, so a negative offset fails by itself, as a large unsigned one.
//
// The table is reserved at its full size (2^26 entries) and zero where untouched, so an
// index is never out of range.
#ifndef VM_VALUE_H
#define VM_VALUE_H

#include "base/mem.h"
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef union Value {
    int64_t i;
    uint64_t u;
    double f;
    uint64_t p; // pointer or handle
} Value;

// A byte of memory without a value may be moved (proto.h, copies_byte). It travels in a
// register as this number, which is no byte's canonical form; stored where no value is
// yet, it leaves that so.
#define BYTE_WITHOUT_VALUE ((uint64_t)1 << 62)
static inline bool byte_has_no_value(uint64_t u) {
    return u == BYTE_WITHOUT_VALUE;
}

typedef uint64_t Ptr;

#define PTR_INDEX_BITS 26
#define PTR_INDEX_MASK ((1u << PTR_INDEX_BITS) - 1)

typedef struct ObjHot {
    uint64_t base;     // generation << 58 | kind << 52 | machine address
    uint32_t readable; // leading bytes that may be read at once
    uint32_t writable; // leading bytes that may be written at once
} ObjHot;

typedef struct VM VM;

static inline uint32_t ptr_index(Ptr p) {
    return (uint32_t)(p >> 32) & PTR_INDEX_MASK;
}
static inline uint32_t ptr_generation(Ptr p) {
    return (uint32_t)(p >> 58);
}
static inline int32_t ptr_offset(Ptr p) {
    return (int32_t)(uint32_t)p;
}
static inline Ptr ptr_base(Ptr p) {
    return p & ~(Ptr)0xffffffffu;
} // pointer to the object's first byte
static inline Ptr ptr_make(uint32_t index, uint32_t generation, int32_t offset) {
    return (Ptr)generation << 58 | (Ptr)index << 32 | (uint32_t)offset;
}
#define OBJ_KIND_SHIFT   52
#define OBJ_KIND_MASK    63u
#define OBJ_ADDRESS_MASK (((uint64_t)1 << OBJ_KIND_SHIFT) - 1)

// The machine address of n bytes at p when the fast check passes, else NULL (then ask
// vm_read_slow / vm_write_slow).
static inline void *obj_fast_read(const ObjHot *table, Ptr p, uint32_t n) {
    const ObjHot *o = &table[ptr_index(p)];
    if (LIKELY(((o->base ^ p) >> 58) == 0 && (uint64_t)(uint32_t)p + n <= o->readable)) {
        return (char *)(uintptr_t)(o->base & OBJ_ADDRESS_MASK) + (uint32_t)p;
    }
    return NULL;
}
static inline void *obj_fast_write(const ObjHot *table, Ptr p, uint32_t n) {
    const ObjHot *o = &table[ptr_index(p)];
    if (LIKELY(((o->base ^ p) >> 58) == 0 && (uint64_t)(uint32_t)p + n <= o->writable)) {
        return (char *)(uintptr_t)(o->base & OBJ_ADDRESS_MASK) + (uint32_t)p;
    }
    return NULL;
}

#endif
