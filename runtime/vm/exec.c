// exec.c: the dispatch loop. Runs a task's innermost fiber until it stops, and says why.
//
// What enters is a fiber whose saved state says where it is; what leaves is a VmStop,
// with the state saved again. In between pc, R and K live in C locals:
//
//     pc   behind the first word of the instruction being done (its ext, if any, is *pc)
//     R    registers of the newest frame        K    constants of its Proto
//
// Always holds: at every point that can allocate, trap, collect or stop, SAVE has put
// these back into the fiber, and every value of the language is in a register slot or an
// object. Whatever needs more than a dozen lines is an op_ function elsewhere. Fiber
// changes and stack moves happen there, but for three that are as common as a call: a
// generator's yield and resume, and a task that waits while another goes on in its place
// (native_waits). LOAD picks up the new place.
//
// Two things compilers do to this loop cost a factor of 1.4-2.5, so it is built with
// -fno-gcse -fno-crossjumping, and TAKE has an empty asm: without it `if (c) pc += k`
// becomes a conditional move and the jump waits for c. tests/lint/dispatch.sh counts the
// indirect jumps.
//
// Each handler ends in NEXT, NEXT2 (behind an ext word), or a goto to one of the exits at
// the end. Read next: exec_forms.h, the words handlers are written in; op_gen.c.
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>
#include <fenv.h>

// The table of labels and computed goto are GNU C; both compilers we build with have
// them.
#pragma GCC diagnostic ignored "-Wpedantic"

#include "vm/exec_forms.h"

// A task begins to run with the whole budget.
static void budget_begin(VM *vm) {
    vm->budget_left = vm->budget;
    vm->now.slice =
        vm->budget && vm->budget < SAFEPOINT_SLICE ? vm->budget : SAFEPOINT_SLICE;
    vm->now.was_busy = false;
}

// One of them goes on, or another begins, in the middle of a vm_run.
static inline void turn_begin(VM *vm) {
    if (UNLIKELY(vm->now.was_busy)) // else the last one has used nothing but ticks
        budget_begin(vm);
    vm->now.ticks = (int64_t)vm->now.slice;
}

// The task whose turn it is (vm_turn_to).
static inline void turn_take(VM *vm) {
    vm->now.task = vm->now.next;
    vm->now.fiber = fiber_innermost(vm->now.next);
    vm->now.next = NULL;
}

#include "vm/exec_parts.h"

static VmStop exec(VM *vm) {
    static const void *const labels[OP_X_COUNT] = {
#define OP(id, a, b, c, ext, text) &&L_##id,
#include "code/op.def"
#undef OP
        &&L_X_END, &&L_X_AWAITED, &&L_X_UNDEFINED};
    // In a register: the compiler would compute the address again in each handler.
    const void *const *dispatch = labels;
    __asm__ volatile("" : "+r"(dispatch));
    ObjHot *const table = vm->objects.hot;
    Fiber *fiber;
    const Insn *pc;
    Value *R;
    const uint64_t *K;
    Step step;
    VmStop stop = VM_DONE;
    NativeResult how;
    uint32_t grow_slots = 0;

    LOAD();
    if (fiber->error)
        goto raise_resumed;
    fiber->state = FIBER_RUNNING;
    NEXT;

    CASE(NOP) NEXT;
    BINARY(MOV, u, R[B].u)
    BINARY(LDI, i, BC)
    BINARY(LDK, u, K[BC])

    LOADS_(I8, int8_t, i)
    LOADS_(U8, uint8_t, u)
    LOADS_(I16, int16_t, i)
    LOADS_(U16, uint16_t, u)
    LOADS_(I32, int32_t, i)
    LOADS_(U32, uint32_t, u)
    LOADS_(I64, int64_t, i)
    LOADS_(F32, float, f)
    STORES_(I8, int8_t, i)
    STORES_(I16, int16_t, i)
    STORES_(I32, int32_t, i)
    STORES_(I64, int64_t, i)
    STORES_(F32, float, f)
    CASE(BFLD)
    CASE(BFST) {
        TRY(op_bitfield(vm, pc[-1], *pc, R));
        NEXT2;
    }
    CASE(COPY) {
        if (UNLIKELY(!object_copy_fast(&vm->objects, R[A].p, R[B].p, *pc)))
            TRY(op_copy(vm, R[A].p, R[B].p, *pc));
        NEXT2;
    }
    CASE(ZERO) {
        TRY(op_zero(vm, R[A].p, *pc));
        NEXT2;
    }
    CASE(LOCAL) {
        const Site *site = (const Site *)(uintptr_t)K[BC];
        Ptr p = frame_local_fast(vm, fiber, R, site->layout->size_bytes, site);
        if (UNLIKELY(!p))
            goto local_slow;
        R[A].p = p;
        NEXT;
    }
    CASE(LOCALV)
    CASE(ALLOCA) {
        goto local_slow;
    }
    CASE(LEND) {
        uint32_t left = frame_end_fast(vm, fiber, R, (uint32_t)BC);
        if (UNLIKELY(left))
            frame_end_locals(vm, fiber, R, left);
        NEXT;
    }
    CASE(BOX)
    CASE(BOXNEW) {
        TRY(op_box(vm, pc[-1], *pc, R));
        NEXT2;
    }

    CASE(PADDI) {
        DO_PADDI;
        NEXT;
    }
    CASE(PADD) {
        int64_t bytes, offset;
        Ptr p = R[B].p;
        if (UNLIKELY(__builtin_mul_overflow(R[C].i, (int64_t)*pc, &bytes) ||
                     __builtin_add_overflow(bytes, (int64_t)ptr_offset(p), &offset) ||
                     offset != (int32_t)offset))
            goto pointer_range;
        R[A].p = ptr_base(p) | (uint32_t)offset;
        NEXT2;
    }
    CASE(PDIFF) {
        Ptr b = R[B].p, c = R[C].p;
        if (UNLIKELY((b ^ c) >> 32))
            goto arithmetic;
        R[A].i = ((int64_t)ptr_offset(b) - ptr_offset(c)) / (int64_t)*pc;
        NEXT2;
    }
    CASE(PLT) {
        Ptr b = R[B].p, c = R[C].p;
        R[A].u = (b ^ c) >> 32 ? b < c : ptr_offset(b) < ptr_offset(c);
        NEXT;
    }
    CASE(PLE) {
        Ptr b = R[B].p, c = R[C].p;
        R[A].u = (b ^ c) >> 32 ? b < c : ptr_offset(b) <= ptr_offset(c);
        NEXT;
    }
    CASE(BOUND) {
        if (UNLIKELY(R[A].u >= (uint64_t)(int64_t)BC))
            goto arithmetic;
        NEXT;
    }
    CASE(BOUNDV) {
        uint64_t bytes;
        if (UNLIKELY(__builtin_mul_overflow(R[A].u, (uint64_t)IMM_C, &bytes) ||
                     bytes >= R[B].u))
            goto arithmetic;
        NEXT;
    }
    CASE(NARROW) {
        TRY(op_narrow(vm, A, *pc));
        NEXT2;
    }

    CHECKED(ADD_I32, int32_t, __builtin_add_overflow, R[C].i)
    CHECKED(ADD_I64, int64_t, __builtin_add_overflow, R[C].i)
    BINARY(ADD_U32, u, (uint32_t)(R[B].u + R[C].u))
    BINARY(ADD_U64, u, R[B].u + R[C].u)
    CHECKED(ADDI_I32, int32_t, __builtin_add_overflow, IMM_C)
    CHECKED(ADDI_I64, int64_t, __builtin_add_overflow, IMM_C)
    BINARY(ADDI_U32, u, (uint32_t)(R[B].u + (uint64_t)(int64_t)IMM_C))
    BINARY(ADDI_U64, u, R[B].u + (uint64_t)(int64_t)IMM_C)
    CHECKED(SUB_I32, int32_t, __builtin_sub_overflow, R[C].i)
    CHECKED(SUB_I64, int64_t, __builtin_sub_overflow, R[C].i)
    BINARY(SUB_U32, u, (uint32_t)(R[B].u - R[C].u))
    BINARY(SUB_U64, u, R[B].u - R[C].u)
    CHECKED(MUL_I32, int32_t, __builtin_mul_overflow, R[C].i)
    CHECKED(MUL_I64, int64_t, __builtin_mul_overflow, R[C].i)
    BINARY(MUL_U32, u, (uint32_t)(R[B].u * R[C].u))
    BINARY(MUL_U64, u, R[B].u * R[C].u)
    DIVIDE_I(DIV_I32, int32_t, INT32_MIN, /)
    DIVIDE_I(DIV_I64, int64_t, INT64_MIN, /)
    DIVIDE_U(DIV_U32, uint32_t, /)
    DIVIDE_U(DIV_U64, uint64_t, /)
    DIVIDE_I(REM_I32, int32_t, INT32_MIN, %)
    DIVIDE_I(REM_I64, int64_t, INT64_MIN, %)
    DIVIDE_U(REM_U32, uint32_t, %)
    DIVIDE_U(REM_U64, uint64_t, %)
    SHIFT(SHL_I32, 32, i, (int32_t)((uint32_t)R[B].u << R[C].u))
    SHIFT(SHL_I64, 64, u, R[B].u << R[C].u)
    SHIFT(SHL_U32, 32, u, (uint32_t)R[B].u << R[C].u)
    SHIFT(SHL_U64, 64, u, R[B].u << R[C].u)
    SHIFT(SHR_I32, 32, i, (int32_t)R[B].i >> R[C].u)
    SHIFT(SHR_I64, 64, i, R[B].i >> R[C].u)
    SHIFT(SHR_U32, 32, u, (uint32_t)R[B].u >> R[C].u)
    SHIFT(SHR_U64, 64, u, R[B].u >> R[C].u)
    CASE(NEG_I32) {
        if (UNLIKELY((int32_t)R[B].i == INT32_MIN))
            goto arithmetic;
        R[A].i = -(int32_t)R[B].i;
        NEXT;
    }
    CASE(NEG_I64) {
        if (UNLIKELY(R[B].i == INT64_MIN))
            goto arithmetic;
        R[A].i = -R[B].i;
        NEXT;
    }
    BINARY(NEG_U32, u, (uint32_t)(0 - R[B].u))
    BINARY(NEG_U64, u, 0 - R[B].u)
    BINARY(AND, u, R[B].u & R[C].u)
    BINARY(OR, u, R[B].u | R[C].u)
    BINARY(XOR, u, R[B].u ^ R[C].u)
    BINARY(ANDI, u, R[B].u & (uint64_t)(int64_t)IMM_C)
    BINARY(NOT, u, ~R[B].u)
    BINARY(NOT_U32, u, ~R[B].u & 0xffffffffu)
    BINARY(LNOT, u, R[B].u == 0)
    BINARY(BOOL, u, R[B].u != 0)
    BINARY(EXT_I8, i, (int8_t)R[B].u)
    BINARY(EXT_U8, u, (uint8_t)R[B].u)
    BINARY(EXT_I16, i, (int16_t)R[B].u)
    BINARY(EXT_U16, u, (uint16_t)R[B].u)
    BINARY(EXT_I32, i, (int32_t)R[B].u)
    BINARY(EXT_U32, u, (uint32_t)R[B].u)

    BINARY(ADD_F64, f, R[B].f + R[C].f)
    BINARY(SUB_F64, f, R[B].f - R[C].f)
    BINARY(MUL_F64, f, R[B].f * R[C].f)
    BINARY(DIV_F64, f, R[B].f / R[C].f)
    BINARY(ADD_F32, f, (float)R[B].f + (float)R[C].f)
    BINARY(SUB_F32, f, (float)R[B].f - (float)R[C].f)
    BINARY(MUL_F32, f, (float)R[B].f * (float)R[C].f)
    BINARY(DIV_F32, f, (float)R[B].f / (float)R[C].f)
    BINARY(NEG_F, f, -R[B].f)
    BINARY(BOOL_F, u, R[B].f != 0.0)
    BINARY(CVT_I_F64, f, (double)R[B].i)
    BINARY(CVT_U_F64, f, (double)R[B].u)
    BINARY(CVT_I_F32, f, (float)R[B].i)
    BINARY(CVT_U_F32, f, (float)R[B].u)
    BINARY(CVT_F64_F32, f, (float)R[B].f)
    CASE(CVT_F_INT) {
        if (UNLIKELY(!op_float_to_int(R[B].f, (MemType)C, &R[A])))
            goto arithmetic;
        NEXT;
    }
    BINARY(EQ, u, R[B].u == R[C].u)
    BINARY(NE, u, R[B].u != R[C].u)
    BINARY(LT, u, R[B].i < R[C].i)
    BINARY(LE, u, R[B].i <= R[C].i)
    BINARY(LT_U, u, R[B].u < R[C].u)
    BINARY(LE_U, u, R[B].u <= R[C].u)
    BINARY(EQ_F, u, R[B].f == R[C].f)
    BINARY(NE_F, u, R[B].f != R[C].f)
    BINARY(LT_F, u, R[B].f < R[C].f)
    BINARY(LE_F, u, R[B].f <= R[C].f)

    JUMP(JMP, true, BC)
    JUMP(JT, R[A].u != 0, BC)
    JUMP(JF, R[A].u == 0, BC)
    JUMP(JEQ, R[A].u == R[B].u, IMM_C)
    JUMP(JNE, R[A].u != R[B].u, IMM_C)
    JUMP(JLT, R[A].i < R[B].i, IMM_C)
    JUMP(JLE, R[A].i <= R[B].i, IMM_C)
    JUMP(JLT_U, R[A].u < R[B].u, IMM_C)
    JUMP(JLE_U, R[A].u <= R[B].u, IMM_C)
    JUMP(JEQI, R[A].i == IMM_B, IMM_C)
    JUMP(JNEI, R[A].i != IMM_B, IMM_C)
    JUMP(JLTI, R[A].i < IMM_B, IMM_C)
    JUMP(JLEI, R[A].i <= IMM_B, IMM_C)
    JUMP(JGTI, R[A].i > IMM_B, IMM_C)
    JUMP(JGEI, R[A].i >= IMM_B, IMM_C)
    JUMP(JEQ_F, R[A].f == R[B].f, IMM_C)
    JUMP(JNE_F, R[A].f != R[B].f, IMM_C)
    JUMP(JLT_F, R[A].f < R[B].f, IMM_C)
    JUMP(JLE_F, R[A].f <= R[B].f, IMM_C)
    JUMP(JNLT_F, !(R[A].f < R[B].f), IMM_C)
    JUMP(JNLE_F, !(R[A].f <= R[B].f), IMM_C)
    CASE(SWITCH) {
        TAKE(op_switch((const SwitchTable *)(uintptr_t)K[BC], R[A].i));
    }

    CASE(CALL) {
        CALL_NAMED;
    }
    CASE(CALLP) {
        if (UNLIKELY(--vm->now.ticks < 0))
            goto safepoint;
        SAVE();
        const Fn *fn = op_function(vm, R[B].p, K[C]);
        if (UNLIKELY(!fn))
            goto raise;
        ENTER(fn);
    }
    CASE(CALLN) {
        uint64_t ext = *pc;
        const NativeDef *def = &vm->config.natives[C];
        NativeCall call;
        call.vm = vm;
        call.args = R + A;
        call.arg_count = B;
        call.va = NULL;
        if ((int64_t)ext >= 0) // else that half is UINT32_MAX: no variable arguments
            call.va = (const VarDesc *)(uintptr_t)K[ext >> 32];
        call.suspend = (ext & CALL_SUSPEND) != 0;
        SAVE();
        vm->native = def;
        how = def->fn(&call);
        vm->native = NULL;
        if (UNLIKELY(how != NATIVE_DONE)) {
            if (how == NATIVE_TURN)
                goto turn;
            if (how == NATIVE_TRAP) {
                trap_excuse(vm, R + A, R + A + B);
                goto raise;
            }
            goto native_waits;
        }
        vm->now.was_busy = true;
        if (UNLIKELY(fiber->locals && fiber->locals->narrow_count))
            fiber->locals->narrow_count = 0;
        if (UNLIKELY(STRESSED ||
                     atomic_load_explicit(&vm->now.poke, memory_order_relaxed)))
            TRY(op_poke(vm));
        NEXT2;
    }
    CASE(RET) {
        Value v = R[A];
        LEAVE(v);
    }
    CASE(RETV) {
        LEAVE((Value){0});
    }
    CASE(RETL) {
        Value v = R[A];
        END_ALL();
        LEAVE(v);
    }
    CASE(RETLV) {
        END_ALL();
        LEAVE((Value){0});
    }
    CASE(RETNONE) {
        TRY(op_missing_return(vm, R));
        frame_end_all(vm, fiber, R);
        LEAVE((Value){0});
    }
    CASE(VARGS) {
        TRY(op_vargs(vm, pc[-1], *pc, R));
        NEXT2;
    }
    CASE(VAARG) {
        TRY(op_vaarg(vm, pc[-1], *pc, R));
        NEXT2;
    }
    CASE(VACOPY) {
        TRY(op_vacopy(vm, pc[-1], R));
        NEXT;
    }
    CASE(TYPED) {
        if (object_is_live(&vm->objects, R[A].p))
            object_set_layout(&vm->objects, ptr_index(R[A].p),
                              (const Layout *)(uintptr_t)K[BC]);
        NEXT;
    }
    CASE(SEAL) {
        DCHECK(object_is_live(&vm->objects, R[A].p));
        object_seal_declared(&vm->objects, ptr_index(R[A].p));
        NEXT;
    }
    CASE(SETJMP) {
        TRY(op_setjmp(vm, pc[-1], R));
        NEXT;
    }
    CASE(LONGJMP) STEP(op_longjmp(vm, pc[-1]));
    CASE(TRAP) {
        SAVE();
        op_trap(vm, BC);
        goto raise;
    }

    CASE(MKCORO) {
        TRY(op_mkcoro(vm, ((const Fn *)(uintptr_t)K[BC])->proto, R + A));
        NEXT;
    }
    CASE(MKCOROP) {
        SAVE();
        const Fn *fn = op_function(vm, R[B].p, K[C]);
        if (UNLIKELY(!fn))
            goto raise;
        TRY(op_mkcoro(vm, fn->proto, R + A));
        NEXT;
    }
    CASE(AWAIT) { // of what is done: as good as a move
        const Future *future = object_handle(&vm->objects, R[B].p, OBJ_TASK, OBJ_FUTURE);
        if (future && future->state == FUTURE_DONE) {
            R[A] = future->result;
            NEXT2;
        }
        STEP(op_await(vm, pc[-1], &stop));
    }
    CASE(YIELD) {
        Fiber *driver = fiber_links(fiber)->resumer;
        if (UNLIKELY(insn_op(driver->pc[-2]) != OP_GENNEXT))
            STEP(op_yield(vm, pc[-1]));
        Value v = R[B];
        gen_suspend(fiber);
        pc++;
        SAVE();
        vm->now.fiber = driver;
        LOAD();
        Value *to_ = R + insn_a(pc[-2]);
        to_[0] = v;
        to_[1].u = 1;
        NEXT;
    }
    CASE(GENNEXT) {
        Ptr p = R[B].p;
        Fiber *inner = gen_at_yield(&table[ptr_index(p)], p);
        if (UNLIKELY(!inner))
            STEP(op_gen(vm, pc[-1], &stop));
        gen_resume(fiber, inner);
        pc++;
        SAVE();
        vm->now.fiber = inner;
        LOAD();
        R[insn_a(pc[-2])].u = 0; // nothing was sent
        NEXT;
    }
    CASE(GENSEND)
    CASE(GENTHROW)
    CASE(GENCLOSE) STEP(op_gen(vm, pc[-1], &stop));
    CASE(THROW) {
        TRY(op_throw(vm, R[A].p, false));
        NEXT;
    }
    CASE(RETHROW) {
        TRY(op_throw(vm, R[A].p, true));
        NEXT;
    }
    CASE(LANES) {
        const LaneTable *lanes = (const LaneTable *)(uintptr_t)K[BC];
        if (!op_lanes(vm, lanes, pc, R))
            TAKE(lanes->otherwise);
        NEXT;
    }
    LANE_LOADS_(I8, int8_t, i)
    LANE_LOADS_(U8, uint8_t, u)
    LANE_LOADS_(I16, int16_t, i)
    LANE_LOADS_(U16, uint16_t, u)
    LANE_LOADS_(I32, int32_t, i)
    LANE_LOADS_(U32, uint32_t, u)
    LANE_LOADS_(I64, int64_t, i)
    LANE_LOADS_(F32, float, f)
    LANE_STORES_(I8, int8_t, i)
    LANE_STORES_(I16, int16_t, i)
    LANE_STORES_(I32, int32_t, i)
    LANE_STORES_(I64, int64_t, i)
    LANE_STORES_(F32, float, f)
    CASE(BJLT) JUMP_BACK_IN_LANES(R[A].i < R[B].i, IMM_C);
    CASE(BJLE) JUMP_BACK_IN_LANES(R[A].i <= R[B].i, IMM_C);
    CASE(BJLT_U) JUMP_BACK_IN_LANES(R[A].u < R[B].u, IMM_C);
    CASE(BJLE_U) JUMP_BACK_IN_LANES(R[A].u <= R[B].u, IMM_C);
    CASE(BJLTI) JUMP_BACK_IN_LANES(R[A].i < IMM_B, IMM_C);
    CASE(BJLEI) JUMP_BACK_IN_LANES(R[A].i <= IMM_B, IMM_C);
#define OP(id, a, b, c, ext, text)
#define RUN(id, a, b, c, p1, p2, p3, p4, p5, p6, h2, h3, h4, h5, h6, text)               \
    RUN_HANDLER(id, p1, p2, p3, p4, p5, p6, h2, h3, h4, h5, h6)
#include "code/op.def"
#undef RUN
#undef OP

    CASE(X_END) {
        if (UNLIKELY(fiber->has_links || fiber->bottom > LINK_SLOTS))
            STEP(op_end(vm, &stop));
        vm->result = R[0];
        fiber->state = FIBER_ENDED;
        return VM_DONE;
    }
    CASE(X_AWAITED) STEP(op_awaited(vm));
    CASE(X_UNDEFINED) {
        SAVE();
        vm_trap(vm, TRAP_BAD_CALL, "this function was declared, but is defined nowhere");
        goto raise;
    }

    // ---- exits of the handlers
mem_slow:
    TRY(op_mem_slow(vm, insn_single(pc[-1]), R));
    NEXT;
local_slow:
    TRY(op_local(vm, pc[-1], R));
    NEXT;
arithmetic:
    SAVE();
    fault_arithmetic(vm, insn_single(pc[-1]));
    goto raise;
pointer_range:
    SAVE();
    if (insn_op(pc[-1]) == OP_PADD)
        fault_pointer_range(vm, R[B].p, R[C].i, (int64_t)*pc);
    else
        fault_pointer_range(vm, R[B].p, 1, IMM_C);
    goto raise;
grow:
    TRY(frame_reserve(vm, fiber, (uint64_t)(R + A - fiber_stack(fiber)), grow_slots));
    LOAD();
    pc--; // the call again
    NEXT;
safepoint:
    SAVE();
    step = op_safepoint(vm, &stop);
    if (step == STEP_STOP) {
        fiber->pc = pc - 1;
        fiber->state = FIBER_READY;
        return stop;
    }
    if (step == STEP_TRAP)
        goto raise;
    LOAD();
    pc--; // the jump or call again
    NEXT;
turn: // nobody else is ready: on, as one that has waited
    if (UNLIKELY(fiber->locals))
        fiber->locals->narrow_count = 0;
    turn_begin(vm);
    R[A].u = 0;
    NEXT2;
native_waits:
    if (how == NATIVE_AGAIN) {
        fiber->pc = pc - 1;
        fiber->state = FIBER_AGAIN;
    } else {
        if (UNLIKELY(fiber->locals))
            fiber->locals->narrow_count = 0;
        fiber->pc = pc + 1;
        fiber->state = FIBER_WAITING;
    }
    if (UNLIKELY(!vm->now.next)) {
        if (op_native_wait(vm, &stop))
            return stop;
        LOAD();
        NEXT;
    }
    turn_begin(vm);
    turn_take(vm);
    LOAD();
    if (UNLIKELY(fiber->error))
        goto raise_resumed;
    if (LIKELY(fiber->state == FIBER_WAITING)) // else it executes its CALLN again
        R[insn_a(pc[-2])].u = 0;
    fiber->state = FIBER_RUNNING;
    NEXT;
stepped:
    if (step == STEP_TRAP)
        goto raise;
    if (step == STEP_STOP)
        return stop;
    LOAD();
    NEXT;
raise_resumed:
    trap_resumed(vm, fiber->error);
    fiber->error = 0;
raise:
    if (trap_raise(vm) == STEP_STOP)
        return VM_FAILED;
    LOAD();
    NEXT;
}

VmTurn vm_turn(VM *vm) {
    bool is_driven = vm->now.fiber != vm->now.task && vm_is_by_hand(vm);
    if (is_driven || atomic_load_explicit(&vm->now.poke, memory_order_relaxed))
        return TURN_NONE;
    return vm_was_brief(vm) ? TURN_BRIEF : TURN_LONG;
}

static_assert(FE_TONEAREST == 0, "a new VM rounds to nearest");

bool vm_set_rounding(VM *vm, int direction) {
    assert(vm->now.fiber); // vm_run takes it back
    if (fesetround(direction) != 0)
        return false;
    vm->rounding = direction;
    return true;
}

VmStop vm_run(VM *vm, Fiber *fiber, uint64_t budget, Value *result) {
    assert(!vm->now.fiber); // a native never enters the VM again
    assert(fiber->state != FIBER_ENDED);
    vm->now.task = fiber;
    vm->now.fiber = fiber_innermost(fiber);
    assert(vm->now.fiber->state != FIBER_WAITING || vm->now.fiber->error);
    vm->budget = budget;
    budget_begin(vm);
    vm->now.ticks = (int64_t)vm->now.slice;
    assert(!vm->now.next);
    vm->awaited = NULL;
    atomic_store_explicit(&vm->running, 1, memory_order_relaxed);
    // An interrupt that came while nothing ran is for this fiber: it must not spin for a
    // slice first.
    if (atomic_load_explicit(&vm->now.poke, memory_order_relaxed))
        vm->now.slice = 0, vm->now.ticks = 0;
    if (UNLIKELY(vm->rounding != FE_TONEAREST))
        (void)fesetround(vm->rounding);
    VmStop stop = exec(vm);
    if (UNLIKELY(vm->rounding != FE_TONEAREST))
        (void)fesetround(FE_TONEAREST);
    atomic_store_explicit(&vm->running, 0, memory_order_relaxed);
    if (stop == VM_DONE || stop == VM_FAILED)
        *result = vm->result;
    vm->now.fiber = vm->now.task = NULL;
    return stop;
}
