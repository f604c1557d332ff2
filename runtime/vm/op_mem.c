// op_mem.c: loads, stores, copies and new objects beyond the fast check.
//
// What enters is an instruction that exec.c could not do at once; it is decoded again
// here, since this is rare. What leaves is its effect, or a trap with vm->trap set.
// Always holds: a refused access has no effect at all. Read object.c for what an access
// has to pass, fault.c for what is said when it does not.
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>

// What a load or store instruction is.
typedef struct MemOp {
    MemType type;
    bool is_store;
    bool is_indexed;
} MemOp;

// The opcode taken apart again: the fast handlers have it in their text.
static MemOp mem_op(Insn insn) {
    switch (insn_op(insn)) {
#define LOAD_ROW(T)                                                                      \
    case OP_LD_##T:                                                                      \
        return (MemOp){MT_##T, false, false};                                            \
    case OP_LDX_##T:                                                                     \
        return (MemOp){MT_##T, false, true};
#define STORE_ROW(T)                                                                     \
    case OP_ST_##T:                                                                      \
        return (MemOp){MT_##T, true, false};                                             \
    case OP_STX_##T:                                                                     \
        return (MemOp){MT_##T, true, true};
        LOAD_ROW(I8)
        LOAD_ROW(U8)
        LOAD_ROW(I16)
        LOAD_ROW(U16)
        LOAD_ROW(I32)
        LOAD_ROW(U32)
        LOAD_ROW(I64)
        LOAD_ROW(F32)
        STORE_ROW(I8)
        STORE_ROW(I16)
        STORE_ROW(I32)
        STORE_ROW(I64)
        STORE_ROW(F32)
#undef LOAD_ROW
#undef STORE_ROW
    default:
        assert(0 && "a load or store");
        return (MemOp){MT_I8, false, false};
    }
}

static uint32_t mem_bytes(MemType type) {
    switch (type) {
    case MT_I8:
    case MT_U8:
    case MT_BOOL:
        return 1;
    case MT_I16:
    case MT_U16:
        return 2;
    case MT_I32:
    case MT_U32:
    case MT_F32:
        return 4;
    default:
        return 8;
    }
}

static Value load_value(MemType type, const char *address) {
    Value v = {0};
    uint32_t bytes = mem_bytes(type);
    if (type == MT_F32) {
        float f;
        memcpy(&f, address, sizeof f);
        v.f = f;
        return v;
    }
    memcpy(&v.u, address, bytes); // little-endian: the low bytes
    uint32_t shift = 64 - bytes * 8;
    if (type == MT_I8 || type == MT_I16 || type == MT_I32)
        v.i = (int64_t)(v.u << shift) >> shift;
    return v;
}

static void store_value(MemType type, char *address, Value v) {
    if (type == MT_F32) {
        float f = (float)v.f;
        memcpy(address, &f, sizeof f);
    } else {
        memcpy(address, &v.u, mem_bytes(type));
    }
}

// p + delta as a pointer; false when the offset does not fit (then it is outside of
// everything).
static bool pointer_at(Ptr p, int64_t delta, Ptr *at) {
    int64_t offset = (int64_t)ptr_offset(p) + delta;
    if (offset != (int32_t)offset)
        return false;
    *at = ptr_base(p) | (uint32_t)offset;
    return true;
}

// The address of n bytes at p + delta, or NULL with a fault that tells p and delta apart.
static char *access_or_trap(VM *vm, Ptr p, int64_t delta, uint64_t n, Access access) {
    char *address = NULL;
    Ptr at = p;
    bool fits = pointer_at(p, delta, &at);
    AccessFault fault = object_access(&vm->objects, at, fits ? n : 0, access, &address);
    if (fits && fault == ACC_OK)
        return address;
    fault_access(vm, fits || fault != ACC_OK ? fault : ACC_BOUNDS, p, delta, n, access);
    return NULL;
}

// Such a byte may be read if the instruction only moves it.
static bool only_moves(const VM *vm, const MemOp *op) {
    const Fiber *fiber = vm->now.fiber;
    if (op->is_store || mem_bytes(op->type) != 1)
        return false;
    const Proto *proto = k_proto(fiber->k);
    return trap_copies_byte(proto, pc_index(proto, fiber->pc, false));
}

bool op_mem_slow(VM *vm, Insn insn, Value *R) {
    MemOp op = mem_op(insn);
    uint32_t bytes = mem_bytes(op.type);
    Ptr p = R[insn_b(insn)].p;
    int64_t delta = (int16_t)insn_c(insn);
    // An index so large that its product overflows is out of every object's bounds: so is
    // the largest delta.
    if (op.is_indexed &&
        __builtin_mul_overflow(R[insn_c(insn)].i, (int64_t)bytes, &delta))
        delta = R[insn_c(insn)].i < 0 ? INT32_MIN * (int64_t)2 : INT32_MAX * (int64_t)2;
    Value *value = &R[insn_a(insn)];
    bool is_set = bytes != 1 || !byte_has_no_value(value->u);
    Access access = op.is_store ? is_set ? ACCESS_WRITE : ACCESS_POKE : ACCESS_READ;
    if (only_moves(vm, &op)) {
        Ptr at;
        char *address;
        if (pointer_at(p, delta, &at) &&
            object_access(&vm->objects, at, 1, ACCESS_READ, &address) == ACC_UNINIT) {
            value->u = BYTE_WITHOUT_VALUE;
            return true;
        }
    }
    char *address = access_or_trap(vm, p, delta, bytes, access);
    if (!address)
        return false;
    if (op.is_store)
        store_value(op.type, address, *value);
    else
        *value = load_value(op.type, address);
    return true;
}

bool op_bitfield(VM *vm, Insn insn, uint64_t ext, Value *R) {
    BitField field;
    static_assert(sizeof field == sizeof ext, "a bit-field is packed into one word");
    memcpy(&field, &ext, sizeof field);
    assert(field.width >= 1 && field.width <= 64);
    bool is_store = insn_op(insn) == OP_BFST;
    // Only the bytes that the field touches take part: its neighbours may be
    // uninitialised, or outside a packed struct. There are nine of them at most.
    uint32_t first = field.bit_offset / 8,
             last = (field.bit_offset + field.width - 1u) / 8;
    uint32_t bytes = last - first + 1, low = field.bit_offset % 8;
    assert(low + field.width <= 8 * bytes && bytes <= 9);
    Ptr p = R[insn_b(insn)].p;
    char *address = access_or_trap(vm, p, (int64_t)field.offset_bytes + first, bytes,
                                   is_store ? ACCESS_WRITE : ACCESS_READ);
    if (!address)
        return false;
    uint64_t unit[2] = {0};
    memcpy(unit, address, bytes);
    uint64_t mask = field.width == 64 ? ~(uint64_t)0 : ((uint64_t)1 << field.width) - 1;
    uint64_t top_mask = low == 0 ? 0 : mask >> (64 - low);
    if (is_store) {
        uint64_t value = R[insn_a(insn)].u & mask;
        unit[0] = (unit[0] & ~(mask << low)) | value << low;
        if (top_mask != 0)
            unit[1] = (unit[1] & ~top_mask) | value >> (64 - low);
        memcpy(address, unit, bytes);
        return true;
    }
    uint64_t bits = unit[0] >> low & mask;
    if (top_mask != 0)
        bits |= (unit[1] & top_mask) << (64 - low);
    if (field.is_signed && bits >> (field.width - 1))
        bits |= ~mask;
    R[insn_a(insn)].u = bits;
    return true;
}

bool op_copy(VM *vm, Ptr to, Ptr from, uint64_t n) {
    Ptr faulty;
    AccessFault fault = object_copy(&vm->objects, to, from, n, &faulty);
    if (fault == ACC_OK)
        return true;
    fault_access(vm, fault, faulty, 0, n, faulty == to ? ACCESS_WRITE : ACCESS_READ);
    return false;
}

bool op_zero(VM *vm, Ptr p, uint64_t n) {
    char *address = access_or_trap(vm, p, 0, n, ACCESS_WRITE);
    if (!address)
        return false;
    memset(address, 0, n);
    return true;
}

bool op_box(VM *vm, Insn insn, uint64_t n, Value *R) {
    if (vm_wants_collection(vm))
        vm_collect(vm);
    Ptr box = vm_alloc(vm, OBJ_BOX, n, false, (Span){0});
    if (!box)
        return false;
    if (insn_op(insn) == OP_BOX && !op_copy(vm, box, R[insn_b(insn)].p, n))
        return false; // the box is garbage: nobody saw it
    R[insn_a(insn)].p = box;
    return true;
}

bool op_local(VM *vm, Insn insn, Value *R) {
    const uint64_t *k = vm->now.fiber->k;
    bool is_plain = insn_op(insn) == OP_LOCAL;
    const Site *site =
        (const Site *)(uintptr_t)k[is_plain ? (uint32_t)insn_bc(insn) : insn_c(insn)];
    uint64_t bytes = is_plain ? site->layout->size_bytes : R[insn_b(insn)].u;
    Ptr p = insn_op(insn) == OP_ALLOCA ? frame_alloca(vm, vm->now.fiber, bytes, site)
                                       : frame_local(vm, vm->now.fiber, bytes, site);
    if (!p)
        return false;
    R[insn_a(insn)].p = p;
    return true;
}

bool op_narrow(VM *vm, uint16_t reg, uint64_t bytes) {
    Locals *locals = frame_locals(vm, vm->now.fiber);
    if (!locals)
        return false;
    for (uint32_t i = 0; i < locals->narrow_count; i++) {
        if (locals->narrows[i].reg == reg) {
            locals->narrows[i].bytes = bytes;
            return true;
        }
    }
    // No library function takes more pointers than this; one that did would be held to
    // the whole object.
    if (locals->narrow_count < MAX_NARROWS)
        locals->narrows[locals->narrow_count++] = (Narrow){.reg = reg, .bytes = bytes};
    return true;
}
