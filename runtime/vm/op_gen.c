// op_gen.c: coroutine objects, generators, and waiting.
//
// Three ways to run the body of a coroutine object:
//
//   await c          the usual one: as a call on the awaiter's own fiber, with a frame of
//                    await_proto between
//
//       | awaiter | pc k link | c box | pc k link | body ...
//                             ^ R[a]   await_proto's frame
//
//   create_task(c)   loop/ takes the arguments out (vm_coro_take) and runs them on a fiber
//                    of a new task
//   next(c)          by hand: on a fiber of its own, linked to the one that resumed it; an
//                    await inside comes back to the driver with the future it waits on,
//                    instead of suspending the task
//
// `spawn f(x)` and create_task(f(x)), where nobody else can get at the coroutine object,
// make none (vm_call_take).
//
// Generators always have a fiber of their own. An await inside an async generator
// suspends the whole task, however deep the chain of fibers is: vm_run finds the
// innermost again by the links.
//
//     task's fiber --resumed--> generator's fiber --resumed--> ...
//                  <--resumer--                  <--resumer--
//
// Always holds: a fiber that has resumed another stands behind its AWAIT, GENNEXT, ...
// (pc[-2] is that instruction), so whatever comes back knows the register it goes to. A
// fiber that waits by hand keeps the future's handle in the register where the result
// will be. exec.c does the plain resume and yield of a generator in place (ops.h); what is
// here serves the first resume, the end, and everything else.
//
// Read trap.c for errors that cross these links.
#include "vm/fault.h"
#include "vm/gc.h"
#include "vm/ops.h"
#include "vm/trap.h"

#include <assert.h>

static Insn waiting_insn(const Fiber *fiber) {
    return fiber->pc[-2];
}

static Value *result_register(const Fiber *fiber) {
    return fiber_registers(fiber) + insn_a(waiting_insn(fiber));
}

static bool is_gen_insn(Insn insn) {
    uint16_t op = insn_op(insn);
    return op == OP_GENNEXT || op == OP_GENSEND || op == OP_GENTHROW;
}

static void link_fibers(Fiber *driver, Fiber *inner) {
    assert(!driver->resumed);
    assert(!fiber_resumer(inner));
    driver->resumed = inner;
    fiber_links(inner)->resumer = driver;
}

static Fiber *unlink_from_driver(Fiber *inner) {
    FiberLinks *links = fiber_links(inner);
    Fiber *driver = links->resumer;
    assert(driver && driver->resumed == inner);
    driver->resumed = NULL;
    links->resumer = NULL;
    return driver;
}

// ---------------------------------------------------------------- coroutine objects

bool op_is_defined(VM *vm, const Proto *proto) {
    if (!proto->type && proto->code == vm->undefined_proto->code) {
        vm_trap(vm, TRAP_BAD_CALL, "this function was declared, but is defined nowhere");
        return false;
    }
    return true;
}

bool op_mkcoro(VM *vm, const Proto *proto, Value *window) {
    if (!op_is_defined(vm, proto))
        return false;
    if (vm_wants_collection(vm))
        vm_collect(vm);
    Coro *coro = vm_memory(vm, sizeof(Coro) + proto->param_count * sizeof(Value), true);
    if (!coro)
        return false;
    coro->self =
        vm_object(vm, proto->is_generator ? OBJ_GEN : OBJ_CORO, coro, sizeof(Coro), true);
    if (!coro->self) {
        heap_free(&vm->heap, coro);
        return false;
    }
    coro->proto = proto;
    coro->created = vm_where(vm);
    coro->arg_count = (uint16_t)proto->param_count;
    if (proto->param_count)
        memcpy(coro->args, window, proto->param_count * sizeof(Value));
    // The caller's variable arguments end with the call; these are used when the
    // coroutine runs.
    if (proto->is_variadic && coro->arg_count) {
        Value *area = &coro->args[coro->arg_count - 1];
        const VaArea *from = vm_va_area(vm, area->p);
        area->p = from ? op_area_copy(vm, from) : 0;
        if (!area->p) {
            coro->state = CORO_DONE; // garbage: nobody saw it
            return false;
        }
    }
    if (!proto->is_generator)
        vm->unstarted++;
    window[0].p = coro->self;
    return true;
}

// It starts now, in whatever way. vm->unstarted counts coroutines alone: a generator that
// nobody asks is no mistake.
static void coro_start(VM *vm, Coro *coro) {
    assert(coro->state == CORO_NEW);
    coro->state = CORO_RUNNING;
    coro->awaited = vm_where(vm);
    if (vm_kind(vm, coro->self) == OBJ_CORO)
        vm->unstarted--;
}

static void trap_reused(VM *vm, const Coro *coro) {
    vm_trap(vm, TRAP_COROUTINE_REUSED,
            "this coroutine of `%s` was %s already: a coroutine object runs once",
            coro->proto->name, coro->state == CORO_DONE ? "awaited" : "started");
    vm_trap_note(vm, coro->awaited, "it was first used here");
    vm_trap_note(vm, coro->created,
                 "it was made here; call `%s` again for a second run, or keep the result",
                 coro->proto->name);
}

Fiber *vm_coro_take(VM *vm, Ptr p) {
    Coro *coro = vm_coro(vm, p);
    if (!coro || vm_kind(vm, p) != OBJ_CORO) {
        vm_trap(vm, p ? TRAP_NOT_MEMORY : TRAP_NULL_POINTER,
                p ? "this is no coroutine object" : "the coroutine is null");
        return NULL;
    }
    if (coro->state != CORO_NEW) {
        trap_reused(vm, coro);
        return NULL;
    }
    Fiber *fiber = fiber_new(vm, coro->proto, coro->args, coro->arg_count);
    if (fiber)
        coro_start(vm, coro);
    return fiber;
}

Fiber *vm_call_take(VM *vm, Ptr function, const Value *args, uint32_t count,
                    bool *has_box) {
    const Fn *fn = object_handle(&vm->objects, function, OBJ_FUNC, OBJ_FUNC);
    assert(fn); // the compiler has put it there
    *has_box = fn->proto->has_struct_result;
    return fiber_new_call(vm, fn, args, count);
}

// ---------------------------------------------------------------- waiting

// The nearest fiber on the way out that is driven by hand; NULL: the whole task waits.
static Fiber *hand_driven(Fiber *fiber) {
    while (fiber && !fiber->is_by_hand)
        fiber = fiber_resumer(fiber);
    return fiber;
}

bool vm_is_by_hand(VM *vm) {
    return hand_driven(vm->now.fiber) != NULL;
}

// next() and send() give the future that `hand` (or what it runs) waits on.
static void give_to_driver(VM *vm, Fiber *hand, const Future *future) {
    Fiber *driver = unlink_from_driver(hand);
    assert(is_gen_insn(waiting_insn(driver)));
    fiber_coro(hand)->state = CORO_SUSPENDED;
    Value *R = result_register(driver);
    R[0].p = future->self;
    R[1].u = 1;
    vm->now.fiber = driver;
    driver->state = FIBER_RUNNING;
}

// vm->now.fiber stands behind an instruction whose result is what `future` gives.
static Step wait_for(VM *vm, Future *future, VmStop *stop) {
    Fiber *fiber = vm->now.fiber;
    fiber->state = FIBER_WAITING;
    if (future->state == FUTURE_DONE) {
        *result_register(fiber) = future->result;
        fiber->state = FIBER_RUNNING;
        return STEP_NEXT;
    }
    if (future->state != FUTURE_PENDING) {
        trap_from_future(vm, future);
        return STEP_TRAP;
    }
    result_register(fiber)->p = future->self;
    Fiber *hand = hand_driven(fiber);
    if (hand) {
        give_to_driver(vm, hand, future);
        return STEP_NEXT;
    }
    vm->awaited = future;
    *stop = VM_AWAIT;
    return STEP_STOP;
}

bool op_native_wait(VM *vm, VmStop *stop) {
    Fiber *fiber = vm->now.fiber;
    *stop = VM_PENDING;
    Fiber *hand = fiber->state == FIBER_WAITING ? hand_driven(fiber) : NULL;
    if (!hand || !vm->config.detach_wait)
        return true;
    Future *future = vm->config.detach_wait(vm->config.host);
    if (!future)
        return true;
    result_register(fiber)->p = future->self;
    give_to_driver(vm, hand, future);
    return false;
}

// The innermost fiber of a coroutine that was driven by hand goes on with the future it
// waited on, if that is done.
static Step continue_wait(VM *vm, Fiber *fiber, VmStop *stop) {
    vm->now.fiber = fiber;
    Future *future = vm_future(vm, result_register(fiber)->p);
    assert(future); // the register keeps it alive
    return wait_for(vm, future, stop);
}

// ---------------------------------------------------------------- await

static Step await_start(VM *vm, Coro *coro, Insn insn) {
    Fiber *fiber = vm->now.fiber;
    const Proto *proto = coro->proto;
    uint64_t base = (uint64_t)fiber_base(fiber) + insn_a(insn);
    if (!frame_reserve(vm, fiber, base + AWAIT_FRAME_BODY, proto->reg_count + 1))
        return STEP_TRAP;
    Ptr box = 0;
    if (proto->has_struct_result) {
        box = vm_alloc(vm, OBJ_BOX, proto->result_bytes, false, proto->span);
        if (!box)
            return STEP_TRAP;
    }
    coro_start(vm, coro);
    Value *W = fiber->R + insn_a(insn);
    W[-3].u = (uint64_t)(uintptr_t)(fiber->pc + 1);
    W[-2].u = (uint64_t)(uintptr_t)fiber->k;
    W[-1].u = insn_a(insn);
    W[AWAIT_FRAME_CORO].p = coro->self;
    W[AWAIT_FRAME_BOX].p = box;
    Value *body = W + AWAIT_FRAME_BODY;
    body[-3].u = (uint64_t)(uintptr_t)(vm->await_proto->code + 1);
    body[-2].u = (uint64_t)(uintptr_t)vm->await_proto->k;
    body[-1].u = AWAIT_FRAME_BODY;
    if (coro->arg_count)
        memcpy(body, coro->args, coro->arg_count * sizeof(Value));
    if (box)
        body[0].p = box;
    fiber->pc = proto->code;
    fiber->k = proto->k;
    fiber->R = body;
    return STEP_NEXT;
}

Step op_awaited(VM *vm) {
    Fiber *fiber = vm->now.fiber;
    Value *W = fiber_registers(fiber);
    assert(k_proto(fiber->k) == vm->await_proto);
    Coro *coro = vm_coro(vm, W[AWAIT_FRAME_CORO].p);
    assert(coro);
    coro->state = CORO_DONE;
    Value result = W[AWAIT_FRAME_BOX].p ? W[AWAIT_FRAME_BOX] : W[AWAIT_FRAME_BODY];
    fiber->pc = (const Insn *)(uintptr_t)W[-3].u;
    fiber->k = (const uint64_t *)(uintptr_t)W[-2].u;
    fiber->R -= W[-1].u & LINK_DELTA_MASK;
    W[0] = result;
    return STEP_NEXT;
}

static Step await_coro(VM *vm, Coro *coro, Insn insn, VmStop *stop) {
    if (coro->state == CORO_NEW)
        return await_start(vm, coro, insn);
    if (coro->state != CORO_SUSPENDED) {
        trap_reused(vm, coro);
        return STEP_TRAP;
    }
    // Driven by hand so far; from here on its awaits are the task's.
    Fiber *fiber = vm->now.fiber;
    fiber->pc++;
    link_fibers(fiber, coro->fiber);
    coro->fiber->is_by_hand = false;
    coro->state = CORO_RUNNING;
    return continue_wait(vm, fiber_innermost(coro->fiber), stop);
}

static void trap_not_awaitable(VM *vm, Ptr p) {
    ObjKind kind = vm_kind(vm, p);
    if (p == 0)
        vm_trap(vm, TRAP_NULL_POINTER,
                "await of a null handle: it was never given a task, coroutine or future");
    else if (kind == OBJ_GEN)
        vm_trap(vm, TRAP_NOT_MEMORY,
                "a generator cannot be awaited; take its values with `next` or `for`");
    else if (kind == OBJ_FREE)
        vm_trap(vm, TRAP_WILD_POINTER, "await of something that is no handle (0x%llx)",
                (unsigned long long)p);
    else
        vm_trap(vm, TRAP_NOT_MEMORY,
                "this cannot be awaited: it is no coroutine, task or future");
}

Step op_await(VM *vm, Insn insn, VmStop *stop) {
    Ptr p = fiber_registers(vm->now.fiber)[insn_b(insn)].p;
    Future *future = vm_future(vm, p);
    if (future) {
        vm->now.fiber->pc++;
        return wait_for(vm, future, stop);
    }
    Coro *coro = vm_coro(vm, p);
    if (coro && vm_kind(vm, p) == OBJ_CORO)
        return await_coro(vm, coro, insn, stop);
    trap_not_awaitable(vm, p);
    return STEP_TRAP;
}

// ---------------------------------------------------------------- generators

Step op_end(VM *vm, VmStop *stop) {
    Fiber *fiber = vm->now.fiber;
    assert(fiber_base(fiber) == fiber->bottom);
    assert(!fiber->resumed);
    Value result =
        fiber->bottom > LINK_SLOTS ? fiber_stack(fiber)[0] : fiber_registers(fiber)[0];
    fiber->state = FIBER_ENDED;
    Coro *coro = fiber_coro(fiber);
    if (coro)
        coro->state = CORO_DONE;
    if (!fiber_resumer(fiber)) {
        vm->result = result;
        *stop = VM_DONE;
        return STEP_STOP;
    }
    Fiber *driver = unlink_from_driver(fiber);
    Insn insn = waiting_insn(driver);
    if (insn_op(insn) != OP_GENCLOSE)
        result_register(driver)[0] = result;
    if (is_gen_insn(insn))
        result_register(driver)[1].u = 0;
    vm->now.fiber = driver;
    driver->state = FIBER_RUNNING;
    assert(coro); // only coroutine objects and generators are resumed
    coro->fiber = NULL;
    fiber_destroy(vm, &fiber);
    return STEP_NEXT;
}

Step op_yield(VM *vm, Insn insn) {
    Fiber *fiber = vm->now.fiber;
    Coro *coro = fiber_coro(fiber);
    assert(coro);
    Value value = fiber_registers(fiber)[insn_b(insn)];
    fiber->pc++;
    fiber->state = FIBER_WAITING;
    coro->state = CORO_SUSPENDED;
    Fiber *driver = unlink_from_driver(fiber);
    vm->now.fiber = driver;
    driver->state = FIBER_RUNNING;
    if (insn_op(waiting_insn(driver)) == OP_GENCLOSE) {
        vm_trap(vm, TRAP_RUNTIME, "generator `%s` yielded while it was being closed",
                coro->proto->name);
        return STEP_TRAP;
    }
    Value *R = result_register(driver);
    R[0] = value;
    R[1].u = 1;
    return STEP_NEXT;
}

// Raises `error` where the coroutine (or what it runs) stands.
static Step throw_into(VM *vm, Coro *coro, Ptr error) {
    if (!vm_error(vm, error)) {
        op_throw(vm, error, false); // complains
        return STEP_TRAP;
    }
    Fiber *fiber = vm->now.fiber;
    fiber->pc++;
    link_fibers(fiber, coro->fiber);
    coro->state = CORO_RUNNING;
    vm->now.fiber = fiber_innermost(coro->fiber);
    vm_trap_error(vm, error);
    return STEP_TRAP;
}

static Step close_coro(VM *vm, Coro *coro) {
    if (coro->state == CORO_NEW) {
        coro_start(vm, coro);
        coro->state = CORO_DONE;
    }
    if (coro->state == CORO_DONE) {
        vm->now.fiber->pc++;
        return STEP_NEXT;
    }
    Ptr error = vm_error_new(vm, TRAP_CANCELLED, "GeneratorExit", 0, "closed");
    vm_error(vm, error)->cleanup_only = true;
    coro->fiber->is_by_hand = false; // what its defers await, the task waits for
    return throw_into(vm, coro, error);
}

// Continues a suspended one with a value; next() of a coroutine asks the future it waits
// on.
static Step resume_coro(VM *vm, Coro *coro, Insn insn, VmStop *stop) {
    Fiber *fiber = vm->now.fiber;
    bool is_generator = vm_kind(vm, coro->self) == OBJ_GEN;
    Value sent = {0};
    if (insn_op(insn) == OP_GENSEND)
        sent = fiber_registers(fiber)[insn_c(insn)];
    fiber->pc++;
    link_fibers(fiber, coro->fiber);
    coro->state = CORO_RUNNING;
    Fiber *inner = fiber_innermost(coro->fiber);
    if (!is_generator) {
        coro->fiber->is_by_hand = true;
        if (insn_op(insn) == OP_GENNEXT)
            return continue_wait(vm, inner, stop);
    }
    assert(inner->state == FIBER_WAITING);
    *result_register(inner) = sent;
    inner->state = FIBER_RUNNING;
    vm->now.fiber = inner;
    return STEP_NEXT;
}

static Step start_coro(VM *vm, Coro *coro, Insn insn) {
    Fiber *fiber = vm->now.fiber;
    if (insn_op(insn) == OP_GENTHROW) {
        // It ends before it begins: the error comes straight back.
        coro_start(vm, coro);
        coro->state = CORO_DONE;
        op_throw(vm, fiber_registers(fiber)[insn_c(insn)].p, false);
        return STEP_TRAP;
    }
    Fiber *inner = fiber_new_linked(vm, coro);
    if (!inner)
        return STEP_TRAP;
    coro_start(vm, coro);
    coro->fiber = inner;
    inner->is_by_hand = vm_kind(vm, coro->self) == OBJ_CORO;
    inner->state = FIBER_RUNNING;
    fiber->pc++;
    link_fibers(fiber, inner);
    vm->now.fiber = inner;
    return STEP_NEXT;
}

static void trap_not_generator(VM *vm, Ptr p) {
    if (p == 0)
        vm_trap(vm, TRAP_NULL_POINTER,
                "the generator is null: the handle was never given a value");
    else
        vm_trap(vm, TRAP_NOT_MEMORY, "this is neither a generator nor a coroutine");
}

Step op_gen(VM *vm, Insn insn, VmStop *stop) {
    Value *R = fiber_registers(vm->now.fiber);
    Coro *coro = vm_coro(vm, R[insn_b(insn)].p);
    if (!coro) {
        trap_not_generator(vm, R[insn_b(insn)].p);
        return STEP_TRAP;
    }
    if (coro->state == CORO_RUNNING) {
        if (vm_kind(vm, coro->self) == OBJ_CORO && !coro->fiber)
            trap_reused(vm, coro);
        else
            vm_trap(vm, TRAP_INVALID_STATE, "`%s` is already running", coro->proto->name);
        return STEP_TRAP;
    }
    if (insn_op(insn) == OP_GENCLOSE)
        return close_coro(vm, coro);
    if (coro->state == CORO_NEW)
        return start_coro(vm, coro, insn);
    if (coro->state == CORO_DONE) {
        if (insn_op(insn) == OP_GENTHROW) {
            op_throw(vm, R[insn_c(insn)].p, false);
            return STEP_TRAP;
        }
        vm->now.fiber->pc++;
        R[insn_a(insn)].u = R[insn_a(insn) + 1].u = 0;
        return STEP_NEXT;
    }
    if (insn_op(insn) == OP_GENTHROW)
        return throw_into(vm, coro, R[insn_c(insn)].p);
    return resume_coro(vm, coro, insn, stop);
}

bool op_throw(VM *vm, Ptr p, bool again) {
    ErrorObj *error = vm_error(vm, p);
    if (!error) {
        vm_trap(vm, p ? TRAP_NOT_MEMORY : TRAP_NULL_POINTER,
                "throw needs an error; this is %s", p ? "something else" : "null");
        return false;
    }
    (void)again; // the traceback is where it was thrown first, both ways
    vm_trap_error(vm, p);
    return false;
}
