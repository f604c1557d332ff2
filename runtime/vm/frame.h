// frame.h: fibers, and the frames on them.
//
// A fiber is one block: 64 bytes of header, its links if it has any, its first stack.
//
//     a task's:                      | Fiber | stack ...        |
//     a coroutine object's:  | links | Fiber | stack ...        |
//
// A frame is a window on the register stack; calls overlap at the arguments:
//
//     stack                                                                    limit
//     | (box) | pc k link | R0 R1 ...      R[a] ...                              |
//             |           | bottom frame's registers    |                        |
//                               | pc k link | R0 R1 ...                          |
//                               |           | callee's registers    |            |
//                                 R[a-3]      R[a]      a: CALL's operand
//
//     R[-3]  pc    where the caller goes on: behind the call and its continuation word
//     R[-2]  k     the caller's constants; k[-1] is its Proto
//     R[-1]  link  | locals of this frame : 32 | flags : 16 | delta to the caller's R : 16 |
//
// Nothing in it points into it, so it moves when it grows (the first one lies in the
// Fiber's own block). The bottom frame returns to the one instruction of end_proto.
// Coroutine objects that run as part of their awaiter have a frame of await_proto between
// (op_gen.c), whose R0 is the object.
//
// The memory stack, for locals in memory, is segmented and never moves:
//
//     segment 0 |aaaa|bb|cccc|   <- segment 1 |dddddddd|ee|....top         end|
//
// Each local is an object; its id comes from the fiber's own LIFO pool: ids[0..live) are
// live, ids[live..count) wait.
#ifndef VM_FRAME_H
#define VM_FRAME_H

#include "vm/machine.h"
#include <assert.h>

#define LINK_SLOTS        3u
#define LINK_DELTA_MASK   0xffffu
#define LINK_ALLOCA       0x10000u // the frame has alloca blocks
#define LINK_SETJMP       0x20000u // setjmp was called in this frame
#define LINK_LOCALS_SHIFT 32

typedef enum FiberState {
    FIBER_NEW,     // pc: its first instruction
    FIBER_READY,   // pc: the next instruction
    FIBER_AGAIN,   // pc: the CALLN to execute again; waits
    FIBER_WAITING, // pc: after the instruction that waits; R[its a] takes the value
    FIBER_RUNNING, // pc: inside or after the instruction it is in
    FIBER_ENDED
} FiberState;

typedef struct Segment {
    struct Segment *below;
    char *end;
    char data[];
} Segment;

typedef struct Alloca {
    uint32_t base; // of the frame
    uint32_t index;
} Alloca;

// A place that setjmp remembers; the jmp_buf holds its serial number. It is good while
// the frame is, and the block.
typedef struct JumpMark {
    uint64_t serial;
    Ptr buffer;
    const Insn *pc;
    Ptr innermost; // local of the frame, then; 0: it had none
    uint32_t base;
    uint32_t locals; // of the frame, then
    uint16_t reg;    // where the value goes
} JumpMark;

typedef struct Narrow {
    uint16_t reg;
    uint64_t bytes;
} Narrow;
#define MAX_NARROWS 8

typedef struct Locals {
    char *top, *end; // of the newest segment
    Segment *segment;
    Segment *spare; // kept so that a call at a boundary does not thrash
    uint32_t *ids;
    uint32_t live, count, capacity;
    uint32_t narrow_count;
    uint64_t bytes; // in segments
    VEC(Alloca) allocas;
    uint32_t most_marks; // for which there is room before some are forgotten
    VEC(JumpMark) marks;
    Narrow narrows[MAX_NARROWS]; // for the next CALLN
} Locals;

struct Fiber {
    Value *R; // registers of the newest frame
    Value *limit;
    const Insn *pc;
    const uint64_t *k;
    uint32_t slots; // from the stack's beginning to limit
    uint8_t state;  // FiberState
    uint8_t bottom; // base of the bottom frame; 4 when the stack begins with the box of a
                    // struct result
    bool is_by_hand; // resumed by next() on a coroutine object: an await comes back to
                     // the resumer
    bool has_links;
    Fiber *resumed;
    Locals *locals; // NULL until it has one
    Ptr error;      // raised when it runs next; 0: none
    Value inline_stack[];
};
static_assert(sizeof(struct Fiber) == 64, "a million of them sleep");

// In front of a fiber that a coroutine object runs on.
typedef struct FiberLinks {
    Coro *coro;
    Fiber *resumer;
} FiberLinks;

static inline const Proto *k_proto(const uint64_t *k) {
    return (const Proto *)(uintptr_t)k[-1];
}
static inline Value *fiber_registers(const Fiber *fiber) {
    return fiber->R;
}
static inline Value *fiber_stack(const Fiber *fiber) {
    return fiber->limit - fiber->slots;
}
// Slots from the stack's beginning to the newest frame's registers: what stays the same
// when the stack moves.
static inline uint32_t fiber_base(const Fiber *fiber) {
    return (uint32_t)(fiber->R - fiber_stack(fiber));
}
static inline FiberLinks *fiber_links(const Fiber *fiber) {
    assert(fiber->has_links);
    return (FiberLinks *)(uintptr_t)fiber - 1;
}
// NULL: the fiber is a task's.
static inline Coro *fiber_coro(const Fiber *fiber) {
    return fiber->has_links ? fiber_links(fiber)->coro : NULL;
}
static inline Fiber *fiber_resumer(const Fiber *fiber) {
    return fiber->has_links ? fiber_links(fiber)->resumer : NULL;
}
static inline Fiber *fiber_innermost(Fiber *fiber) {
    while (fiber->resumed)
        fiber = fiber->resumed;
    return fiber;
}
// Index of the instruction a frame is in, from the pc saved for it.
static inline uint32_t pc_index(const Proto *proto, const Insn *pc, bool is_next) {
    ptrdiff_t at = pc - proto->code - (is_next ? 0 : 1);
    return at < 0 ? 0 : (uint32_t)at;
}
static inline bool fiber_pc_is_next(const Fiber *fiber) {
    return fiber->state == FIBER_NEW || fiber->state == FIBER_READY ||
           fiber->state == FIBER_AGAIN;
}

// The same as fiber_new, for a function that is defined or not: NULL after a trap.
Fiber *fiber_new_call(VM *vm, const Fn *fn, const Value *args, uint32_t arg_count);
// For Fn.fiber_bytes.
uint32_t fiber_plain_bytes(const Proto *proto);
// A fiber of a coroutine object of its own, with links.
Fiber *fiber_new_linked(VM *vm, Coro *coro);
// Makes sure that the frame at base has `slots` registers; the stack may move. False
// after a trap.
NODISCARD bool frame_reserve(VM *vm, Fiber *fiber, uint64_t base, uint32_t slots);
#ifdef CORA_STRESS_MOVE
void frame_move(VM *vm, Fiber *fiber); // to new memory, always
#endif
// A new local of the newest frame, uninitialised. 0 after a trap.
Ptr frame_local(VM *vm, Fiber *fiber, uint64_t size_bytes, const Site *site);
// Bytes on the memory stack for a local of that size: never none, because each object has
// an address of its own.
static inline uint64_t frame_local_room(uint64_t size_bytes) {
    return (size_bytes + (size_bytes == 0) + 15) & ~(uint64_t)15;
}
// The same when an id and room are at hand; 0: use frame_local.
static inline Ptr frame_local_fast(VM *vm, Fiber *fiber, Value *R, uint32_t size_bytes,
                                   const Site *site) {
    Locals *locals = fiber->locals;
    if (UNLIKELY(!locals || locals->live == locals->count))
        return 0;
    uint64_t room = frame_local_room(size_bytes);
    if (UNLIKELY(room > (uint64_t)(locals->end - locals->top)))
        return 0;
    Ptr p = object_begin_local(&vm->objects, locals->ids[locals->live++], locals->top,
                               size_bytes, site);
    locals->top += room;
    R[-1].u += (uint64_t)1 << LINK_LOCALS_SHIFT;
    return p;
}
// Ends the count newest locals of the newest frame, whose registers are at R.
void frame_end_locals(VM *vm, Fiber *fiber, Value *R, uint32_t count);
// Ends all of them, alloca blocks included.
void frame_end_all(VM *vm, Fiber *fiber, Value *R);
// The same for the plain case, one at a time from the newest: how many are left for
// frame_end_locals, because an id is used up or a segment ends.
static inline uint32_t frame_end_fast(VM *vm, Fiber *fiber, Value *R, uint32_t count) {
    Locals *locals = fiber->locals;
    for (; count; count--) {
        uint32_t index = locals->ids[locals->live - 1];
        ObjHot *hot = &vm->objects.hot[index];
        ObjCold *cold = &vm->objects.cold[index];
        char *base = (char *)(uintptr_t)(hot->base & OBJ_ADDRESS_MASK);
        uint64_t generation = hot->base >> 58;
        // The last one of its segment, or the first that lies in the one below?
        const char *data = locals->segment->data;
        bool is_inside = (uintptr_t)base - (uintptr_t)data - 1 <
                         (uintptr_t)locals->end - (uintptr_t)data;
        if (UNLIKELY((cold->flags & OF_BITS) || generation == 63 || !is_inside))
            return count;
        cold->flags &= OF_CONST;
        hot->readable = hot->writable = 0;
        hot->base = (generation + 1) << 58;
        locals->live--;
        locals->top = base;
        R[-1].u -= (uint64_t)1 << LINK_LOCALS_SHIFT;
    }
    return 0;
}
Ptr frame_alloca(VM *vm, Fiber *fiber, uint64_t size_bytes, const Site *site);
Locals *frame_locals(VM *vm, Fiber *fiber); // made when there are none
static inline uint32_t frame_local_count(const Value *R) {
    return (uint32_t)(R[-1].u >> LINK_LOCALS_SHIFT);
}

#endif
