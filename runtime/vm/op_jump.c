// op_jump.c: setjmp and longjmp (C17 7.13), within one fiber.
//
// setjmp puts a serial number into the jmp_buf and keeps what it stands for beside the
// fiber's locals, so that nothing a program writes into the buffer can lead astray.
// Always holds: a mark whose frame has ended is never found, since the first setjmp of a
// frame throws away all marks at or above its base, and longjmp asks for the frame's own
// flag. A mark whose block has ended is known by its innermost local: locals are a stack,
// so while that one lives, so do those under it, in the registers where they were.
#include "vm/fault.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>

// A loop may call setjmp for ever with buffers that are thrown away: from so many marks on
// those are forgotten that no buffer holds.
#define FEW_MARKS 4096u

static JumpMark *find_mark(Locals *locals, uint64_t serial) {
    for (uint32_t i = locals ? locals->marks.count : 0; i > 0; i--) {
        if (locals->marks.data[i - 1].serial == serial)
            return &locals->marks.data[i - 1];
    }
    return NULL;
}

static char *buffer_of(VM *vm, Ptr p, Access access) {
    char *address;
    AccessFault fault =
        object_access(&vm->objects, p, sizeof(uint64_t), access, &address);
    if (fault == ACC_OK)
        return address;
    fault_access(vm, fault, p, 0, sizeof(uint64_t), access);
    return NULL;
}

static bool is_held(VM *vm, const JumpMark *mark) {
    uint64_t serial = 0;
    const void *held = vm_peek(vm, mark->buffer, sizeof serial);
    if (held)
        memcpy(&serial, held, sizeof serial);
    return serial == mark->serial;
}

// How many there may be doubles with those that are needed, so that looking at all of them
// is rare.
static void forget_marks(VM *vm, Locals *locals) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < locals->marks.count; i++) {
        if (is_held(vm, &locals->marks.data[i]))
            locals->marks.data[kept++] = locals->marks.data[i];
    }
    locals->marks.count = kept;
    locals->most_marks = kept > FEW_MARKS / 2 ? 2 * kept : FEW_MARKS;
}

static JumpMark *new_mark(VM *vm, Locals *locals) {
    if (locals->marks.count >= FEW_MARKS && locals->marks.count >= locals->most_marks)
        forget_marks(vm, locals);
    vec_push(locals->marks, (JumpMark){0});
    return &vec_last(locals->marks);
}

// Number `count`, from 1, of the locals of the frame at `base`, above which other frames
// have `above` of them; 0 when it has not so many.
static Ptr local_at(const VM *vm, const Fiber *fiber, uint32_t base, uint32_t above,
                    uint32_t count) {
    uint32_t have = frame_local_count(fiber_stack(fiber) + base);
    if (count == 0 || count > have)
        return 0;
    const Locals *locals = fiber->locals;
    assert(locals->live >= have + above);
    return object_ptr(&vm->objects, locals->ids[locals->live - above - have + count - 1]);
}

bool op_setjmp(VM *vm, Insn insn, Value *R) {
    Fiber *fiber = vm->now.fiber;
    Locals *locals = frame_locals(vm, fiber);
    // What the buffer held may be a mark of this frame, to be used again.
    uint64_t serial = 0;
    const void *old = vm_peek(vm, R[insn_b(insn)].p, sizeof serial);
    if (old)
        memcpy(&serial, old, sizeof serial);
    char *address = locals ? buffer_of(vm, R[insn_b(insn)].p, ACCESS_WRITE) : NULL;
    if (!address)
        return false;
    if (!(R[-1].u & LINK_SETJMP)) {
        while (locals->marks.count && vec_last(locals->marks).base >= fiber_base(fiber))
            locals->marks.count--;
        R[-1].u |= LINK_SETJMP;
    }
    JumpMark *mark = find_mark(locals, serial);
    if (!mark || mark->base != fiber_base(fiber))
        mark = new_mark(vm, locals);
    *mark = (JumpMark){
        .serial = ++vm->jump_serial,
        .buffer = R[insn_b(insn)].p,
        .pc = fiber->pc,
        .base = fiber_base(fiber),
        .innermost = local_at(vm, fiber, fiber_base(fiber), 0, frame_local_count(R)),
        .locals = frame_local_count(R),
        .reg = insn_a(insn)};
    memcpy(address, &mark->serial, sizeof mark->serial);
    R[insn_a(insn)].i = 0;
    return true;
}

// Whether the frame that the mark belongs to is still there; then *above is how many
// locals the frames above it have.
static bool is_active(const Fiber *fiber, const JumpMark *mark, uint32_t *above) {
    uint32_t base = fiber_base(fiber);
    *above = 0;
    while (base > mark->base) {
        *above += frame_local_count(fiber_stack(fiber) + base);
        base -= (uint32_t)(fiber_stack(fiber)[base - 1].u & LINK_DELTA_MASK);
    }
    return base == mark->base && (fiber_stack(fiber)[base - 1].u & LINK_SETJMP);
}

// NULL after a trap.
static const JumpMark *mark_to_go_to(VM *vm, const Fiber *fiber, uint64_t serial) {
    uint32_t above = 0;
    const JumpMark *mark = find_mark(fiber->locals, serial);
    if (!mark || !is_active(fiber, mark, &above)) {
        vm_trap(vm, TRAP_BAD_CALL,
                "longjmp to a place that is gone: the function that called setjmp has "
                "ended, is of another task, or setjmp was never called");
        return NULL;
    }
    if (local_at(vm, fiber, mark->base, above, mark->locals) != mark->innermost) {
        vm_trap(vm, TRAP_BAD_CALL,
                "longjmp into a block that has ended: the one in which setjmp was called "
                "has been left since, and its variables are gone");
        vm_trap_note(vm, (Span){0},
                     "call setjmp outside of that block, or longjmp before it ends");
        return NULL;
    }
    return mark;
}

Step op_longjmp(VM *vm, Insn insn) {
    Fiber *fiber = vm->now.fiber;
    Value *R = fiber_registers(fiber);
    int64_t value = (int32_t)R[insn_b(insn)].i;
    const char *address = buffer_of(vm, R[insn_a(insn)].p, ACCESS_READ);
    if (!address)
        return STEP_TRAP;
    uint64_t serial;
    memcpy(&serial, address, sizeof serial);
    const JumpMark *found = mark_to_go_to(vm, fiber, serial);
    if (!found)
        return STEP_TRAP;
    JumpMark mark = *found;
    while (fiber_base(fiber) > mark.base)
        trap_pop_frame(vm, fiber);
    while (vec_last(fiber->locals->marks).base > mark.base)
        fiber->locals->marks.count--;
    R = fiber_registers(fiber);
    frame_end_locals(vm, fiber, R, frame_local_count(R) - mark.locals);
    fiber->pc = mark.pc;
    R[mark.reg].i = value ? value : 1;
    return STEP_NEXT;
}
