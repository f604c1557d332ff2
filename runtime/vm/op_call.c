// op_call.c: what calls need beyond pushing a frame: safepoints, function pointers,
// natives that wait, variadic arguments.
//
// A safepoint is a back edge, a call, or the end of a native: there every value is in a
// slot, so the collector may run, an interrupt may be raised, and the task may be put
// aside. Read op_gen.c next.
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>

bool op_poke(VM *vm) {
    uint32_t poke = atomic_load_explicit(&vm->now.poke, memory_order_relaxed);
    if (poke & POKE_COLLECT || vm_wants_collection(vm))
        vm_collect(vm);
    if (poke & POKE_INTERRUPT) {
        vm_interrupt_clear(vm);
        vm_trap(vm, TRAP_INTERRUPT, "interrupted");
        return false;
    }
    return true;
}

Step op_safepoint(VM *vm, VmStop *stop) {
    vm->now.was_busy = true;
    bool has_budget = vm->budget != 0;
    vm->budget_left -= has_budget ? vm->now.slice : 0;
    vm->now.slice = has_budget && vm->budget_left < SAFEPOINT_SLICE ? vm->budget_left
                                                                    : SAFEPOINT_SLICE;
    if (!op_poke(vm))
        return STEP_TRAP;
    if (vm->now.slice == 0) {
        *stop = VM_BUDGET;
        return STEP_STOP;
    }
    vm->now.ticks = (int64_t)vm->now.slice; // the instruction done again takes one, too
    return STEP_NEXT;
}

Fn *op_function(VM *vm, Ptr p, uint64_t signature) {
    Fn *fn = vm_func(vm, p);
    uint32_t wanted = (uint32_t)signature;
    if (LIKELY(fn && fn->proto->sig_id == wanted))
        return fn;
    // Declared without a prototype: what is passed has to fit (C17 6.5.2.2p6).
    if (fn && wanted & SIG_SHAPE && fn->proto->shape_id == (wanted & ~SIG_SHAPE))
        return fn;
    fault_call(vm, p, wanted, (uint32_t)(signature >> 32));
    return NULL;
}

bool op_missing_return(VM *vm, Value *R) {
    const Insn *back = (const Insn *)(uintptr_t)R[-3].u;
    if (!(back[-1] & CALL_USED))
        return true;
    const Proto *proto = k_proto(vm->now.fiber->k);
    vm_trap(vm, TRAP_MISSING_RETURN,
            "`%s` ended without `return`, but its caller uses the value", proto->name);
    vm_trap_note(vm, proto->span, "every path through `%s` needs a `return`",
                 proto->name);
    return false;
}

void op_trap(VM *vm, int32_t kind) {
    assert(kind > TRAP_NONE && kind < TRAP_COUNT);
    switch ((TrapKind)kind) {
    case TRAP_UNREACHABLE:
        vm_trap(vm, TRAP_UNREACHABLE, "code was reached that is marked as unreachable");
        break;
    case TRAP_NORETURN: {
        const Proto *proto = k_proto(vm->now.fiber->k);
        vm_trap(vm, TRAP_NORETURN, "`%s` returns, but is declared `noreturn`",
                proto->name);
        vm_trap_note(vm, proto->span,
                     "its callers have nothing behind the call: end it by exit, abort, "
                     "longjmp or an endless loop, or declare it without `noreturn`");
        break;
    }
    case TRAP_STOP_ITERATION:
        vm_trap(vm, TRAP_STOP_ITERATION, "the generator has no more values");
        vm_trap_note(
            vm, (Span){0},
            "`for (T x : g)` ends by itself; `try_next(g, &x)` says whether there "
            "was one");
        break;
    default:
        vm_trap(vm, (TrapKind)kind, "%s", trap_name((TrapKind)kind));
    }
}

// ---------------------------------------------------------------- variadic arguments

static const char *mem_type_name(MemType type) {
    static const char *const names[] = {
        [MT_I8] = "signed char", [MT_U8] = "unsigned char",
        [MT_I16] = "short",      [MT_U16] = "unsigned short",
        [MT_I32] = "int",        [MT_U32] = "unsigned int",
        [MT_I64] = "long",       [MT_U64] = "unsigned long",
        [MT_F32] = "float",      [MT_F64] = "double",
        [MT_BOOL] = "bool",      [MT_POINTER] = "pointer",
        [MT_HANDLE] = "handle",  [MT_STRUCT] = "struct"};
    return (uint32_t)type < COUNT_OF(names) ? names[type] : "?";
}

// An area is an object without readable bytes: the language reaches it with va_arg alone.
static void area_init(VM *vm, Ptr p, const VarDesc *types, const Value *values) {
    uint32_t index = ptr_index(p);
    VaArea *area = (VaArea *)(void *)object_base(&vm->objects, index);
    area->count = types->count;
    area->at = 0;
    area->types = types;
    if (types->count)
        memcpy(area->values, values, types->count * sizeof(Value));
    vm->objects.hot[index].readable = vm->objects.hot[index].writable = 0;
    vm->objects.cold[index].flags |= OF_VA_AREA;
}

bool op_vargs(VM *vm, Insn insn, uint64_t ext, Value *R) {
    const VarDesc *types = (const VarDesc *)(uintptr_t)vm->now.fiber->k[ext];
    assert(types->count == insn_c(insn));
    Ptr p = frame_local(vm, vm->now.fiber, sizeof(VaArea) + types->count * sizeof(Value),
                        NULL);
    if (!p)
        return false;
    area_init(vm, p, types, R + insn_b(insn));
    R[insn_a(insn)].p = p;
    return true;
}

static VaArea *area_at(VM *vm, Ptr p) {
    if (object_is_live(&vm->objects, p) &&
        vm->objects.cold[ptr_index(p)].flags & OF_VA_AREA)
        return (VaArea *)(void *)object_base(&vm->objects, ptr_index(p));
    if (p == 0)
        vm_trap(vm, TRAP_VA_ARG, "the va_list is null: va_start has not been called");
    else
        vm_trap(
            vm, TRAP_VA_ARG,
            "this va_list is not valid: the call whose arguments it held has ended, or "
            "va_start has not been called");
    return NULL;
}

VaArea *vm_va_area(VM *vm, Ptr p) {
    VaArea *area = area_at(vm, p);
    if (!area || !(vm->objects.cold[ptr_index(p)].flags & OF_VA_ENDED))
        return area;
    vm_trap(vm, TRAP_VA_ARG, "va_end has ended this va_list: va_start begins anew");
    return NULL;
}

Ptr op_area_copy(VM *vm, const VaArea *area) {
    Ptr copy = vm_alloc(vm, OBJ_BOX, sizeof(VaArea) + area->count * sizeof(Value), false,
                        (Span){0});
    if (copy)
        area_init(vm, copy, area->types, area->values);
    return copy;
}

bool op_vacopy(VM *vm, Insn insn, Value *R) {
    Ptr from = R[insn_b(insn)].p;
    uint32_t how = insn_c(insn);
    VaArea *area = how == VA_COPY ? vm_va_area(vm, from) : area_at(vm, from);
    if (!area)
        return false;
    if (how == VA_END) {
        vm->objects.cold[ptr_index(from)].flags |= OF_VA_ENDED;
        return true;
    }
    // The first va_start takes the caller's area itself; every later one, and va_copy,
    // need a position of their own.
    uint16_t *flags = &vm->objects.cold[ptr_index(from)].flags;
    if (how == VA_START && !(*flags & OF_VA_STARTED)) {
        *flags |= OF_VA_STARTED;
        R[insn_a(insn)].p = from;
        return true;
    }
    if (vm_wants_collection(vm))
        vm_collect(vm);
    Ptr copy = op_area_copy(vm, area);
    if (!copy)
        return false;
    VaArea *made = (VaArea *)(void *)object_base(&vm->objects, ptr_index(copy));
    made->at = how == VA_START ? 0 : area->at;
    R[insn_a(insn)].p = copy;
    return true;
}

// C17 7.16.1.1: the types have to be compatible, but for the signedness of a value that
// both can hold, and pointers to void and characters; we let every pointer pass, since
// what it points at is checked when it is used.
static bool va_fits(MemType want, MemType have, Value value) {
    if (want == have)
        return true;
    if ((want == MT_I32 && have == MT_U32) || (want == MT_U32 && have == MT_I32))
        return (value.u & 0xffffffffu) <= INT32_MAX;
    if ((want == MT_I64 && have == MT_U64) || (want == MT_U64 && have == MT_I64))
        return value.u <= INT64_MAX;
    if ((want == MT_POINTER || want == MT_HANDLE) &&
        (have == MT_POINTER || have == MT_HANDLE))
        return true;
    return (want == MT_BOOL && have == MT_I32) || (want == MT_I32 && have == MT_BOOL);
}

bool op_vaarg(VM *vm, Insn insn, uint64_t ext, Value *R) {
    VaArea *area = vm_va_area(vm, R[insn_b(insn)].p);
    if (!area)
        return false;
    MemType want = (MemType)insn_c(insn);
    const Layout *layout = (const Layout *)(uintptr_t)vm->now.fiber->k[ext];
    const char *want_name = layout && layout->name ? layout->name : mem_type_name(want);
    if (area->at >= area->count) {
        vm_trap(vm, TRAP_VA_ARG,
                "va_arg beyond the last argument: %u variable argument%s passed, this "
                "asks for number %u (%s)",
                area->count, area->count == 1 ? " was" : "s were", area->at + 1,
                want_name);
        return false;
    }
    MemType have = (MemType)area->types->types[area->at];
    const Layout *given = area->types->layouts ? area->types->layouts[area->at] : NULL;
    Value value = area->values[area->at];
    bool fits = va_fits(want, have, value);
    if (fits && want == MT_STRUCT)
        fits = given == layout ||
               (given && layout && given->size_bytes == layout->size_bytes &&
                given->name && layout->name && !strcmp(given->name, layout->name));
    if (!fits) {
        vm_trap(
            vm, TRAP_VA_ARG,
            "va_arg of the wrong type: variable argument %u is `%s`, this asks for `%s`",
            area->at + 1, given && given->name ? given->name : mem_type_name(have),
            want_name);
        return false;
    }
    area->at++;
    R[insn_a(insn)] = value;
    return true;
}
