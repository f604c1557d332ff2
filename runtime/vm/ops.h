// ops.h: the slow parts of instructions, and the three instructions that only the VM
// itself makes.
//
// Each op_ function is called by exec.c with the fiber's state saved (pc behind the
// instruction's first word). Those that return bool have set vm->trap when false; those
// that return a Step may have changed frames or fibers, and leave the state to go on from
// in vm->now.fiber.
#ifndef VM_OPS_H
#define VM_OPS_H

#include "vm/frame.h"

// No compiler emits these: they stand in the VM's own Protos.
enum {
    OP_X_END = OP_COUNT, // a fiber's bottom frame has returned
    OP_X_AWAITED,        // a coroutine that ran as part of its awaiter has returned
    OP_X_UNDEFINED,      // the body of a function that was declared and never defined
    OP_X_COUNT
};

// Layout of an await_proto frame: what runs below it begins at register AWAIT_FRAME_BODY.
enum { AWAIT_FRAME_CORO = 0, AWAIT_FRAME_BOX = 1, AWAIT_FRAME_BODY = 2 + LINK_SLOTS };

// op_mem.c
bool op_mem_slow(VM *vm, Insn insn, Value *R);
bool op_bitfield(VM *vm, Insn insn, uint64_t ext, Value *R);
bool op_copy(VM *vm, Ptr to, Ptr from, uint64_t n);
bool op_zero(VM *vm, Ptr p, uint64_t n);
bool op_box(VM *vm, Insn insn, uint64_t n, Value *R);
bool op_local(VM *vm, Insn insn, Value *R);
bool op_narrow(VM *vm, uint16_t reg, uint64_t bytes);

// op_lanes.c. pc: behind LANES. False: some access of the loop would need its check. True: a
// part of its rounds may be done already.
bool op_lanes(VM *vm, const LaneTable *lanes, const Insn *pc, Value *R);

// op_num.c
bool op_float_to_int(double f, MemType type, Value *result);
int32_t op_switch(const SwitchTable *table, int64_t value);

// op_call.c
Step op_safepoint(VM *vm, VmStop *stop); // STEP_STOP: the budget is used up; *stop is set
bool op_poke(VM *vm);                    // the part of it that follows a native
Fn *op_function(VM *vm, Ptr p, uint64_t signature); // NULL after a trap
bool op_native_wait(VM *vm,
                    VmStop *stop); // true: the fiber stops; false: vm->now.fiber goes on
bool op_missing_return(VM *vm, Value *R);
bool op_vargs(VM *vm, Insn insn, uint64_t ext, Value *R);
bool op_vaarg(VM *vm, Insn insn, uint64_t ext, Value *R);
bool op_vacopy(VM *vm, Insn insn, Value *R);
Ptr op_area_copy(VM *vm,
                 const VaArea *area); // collected, at its first argument; 0 after a trap
void op_trap(VM *vm, int32_t kind);

// op_jump.c
bool op_setjmp(VM *vm, Insn insn, Value *R);
Step op_longjmp(VM *vm, Insn insn);

// op_gen.c
bool op_is_defined(VM *vm, const Proto *proto); // false after a trap
bool op_mkcoro(VM *vm, const Proto *proto, Value *window);
Step op_await(VM *vm, Insn insn, VmStop *stop);
Step op_awaited(VM *vm);
Step op_end(VM *vm, VmStop *stop);
Step op_yield(VM *vm, Insn insn);
Step op_gen(VM *vm, Insn insn, VmStop *stop);
bool op_throw(VM *vm, Ptr error, bool again);

// ---- a generator's resume and yield, when nothing is special: exec.c does them in place

// The fiber of the generator that p is the handle of, if it stands at a yield of its own;
// NULL: op_gen decides. What it delegates to (yield from) it resumes anew each time, so a
// suspended generator never has a fiber inside.
static inline Fiber *gen_at_yield(const ObjHot *o, Ptr p) {
    uint64_t is_generator = ptr_generation(p) << (58 - OBJ_KIND_SHIFT) | OBJ_GEN;
    if (o->base >> OBJ_KIND_SHIFT != is_generator || ptr_offset(p) != 0)
        return NULL;
    const Coro *coro = (const Coro *)(uintptr_t)(o->base & OBJ_ADDRESS_MASK);
    return coro->state == CORO_SUSPENDED ? coro->fiber : NULL;
}
static inline void gen_resume(Fiber *driver, Fiber *inner) {
    FiberLinks *links = fiber_links(inner);
    links->resumer = driver;
    links->coro->state = CORO_RUNNING;
    driver->resumed = inner;
    inner->state = FIBER_RUNNING;
}
static inline void gen_suspend(Fiber *inner) {
    FiberLinks *links = fiber_links(inner);
    links->resumer->resumed = NULL;
    links->resumer = NULL;
    links->coro->state = CORO_SUSPENDED;
    inner->state = FIBER_WAITING;
}

#endif
