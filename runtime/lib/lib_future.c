// lib_future.c: what can be asked of and told to a future (a task is one): done, result,
// error, cancel, set_result.
//
// Enters: handles. Leaves: values, or asyncio's errors: InvalidStateError for what comes
// too early or twice.
//
// Read next: lib_task.c; loop/future.h for what happens to those who wait.
#include "lib/lib_async.h"

// ---------------------------------------------------------------- asking

NativeResult lib_done(NativeCall *call) {
    const Future *future = async_future_arg(call, 0);
    return future != NULL ? done_int(call, future->state != FUTURE_PENDING) : NATIVE_TRAP;
}

NativeResult lib_cancelled(NativeCall *call) {
    const Future *future = async_future_arg(call, 0);
    return future != NULL ? done_int(call, future->state == FUTURE_CANCELLED)
                          : NATIVE_TRAP;
}

static const char *kind_name(const Future *future) {
    return future->is_task ? "task" : "future";
}

// result(t): the value; throws what it failed with; InvalidStateError while it is not
// done.
NativeResult lib_result(NativeCall *call) {
    Future *future = async_future_arg(call, 0);
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    switch ((FutureState)future->state) {
    case FUTURE_DONE:
        call->args[0] = future->result;
        return NATIVE_DONE;
    case FUTURE_FAILED:
    case FUTURE_CANCELLED:
        future->error_seen = 1;
        vm_trap_error(call->vm, (Ptr)future->result.p);
        return NATIVE_TRAP;
    case FUTURE_PENDING:
        break;
    }
    vm_trap(call->vm, TRAP_INVALID_STATE, "the %s is not done: it has no result yet",
            kind_name(future));
    vm_trap_note(call->vm, (Span){0},
                 "`await` waits for it and gives the result; `done(...)` asks");
    return NATIVE_TRAP;
}

// error_of(t): what it failed with, NULL when it succeeded.
NativeResult lib_error_of(NativeCall *call) {
    Future *future = async_future_arg(call, 0);
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    if (future->state == FUTURE_PENDING) {
        vm_trap(call->vm, TRAP_INVALID_STATE,
                "the %s is not done: nobody knows whether it will fail",
                kind_name(future));
        return NATIVE_TRAP;
    }
    if (future->state == FUTURE_DONE) {
        return done_ptr(call, 0);
    }
    future->error_seen = 1;
    if (future->state ==
        FUTURE_CANCELLED) { // asyncio: exception() of a cancelled task raises
        vm_trap_error(call->vm, (Ptr)future->result.p);
        return NATIVE_TRAP;
    }
    return done_ptr(call, (Ptr)future->result.p);
}

// ---------------------------------------------------------------- telling

// cancel(t): true when it will be told; false when it was done already.
NativeResult lib_cancel(NativeCall *call) {
    Future *future = async_future_arg(call, 0);
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    return done_int(call, loop_cancel_future(lib_here(call)->loop, future));
}

NativeResult lib_new_future(NativeCall *call) {
    Future *future = loop_future_new(lib_here(call)->loop);
    return future != NULL ? done_ptr(call, future->self) : NATIVE_TRAP;
}

// Argument 0 as a future that the program may finish. NULL after a trap.
static Future *settable_arg(NativeCall *call, const char *function) {
    Future *future = async_future_arg(call, 0);
    if (future == NULL) {
        return NULL;
    }
    if (future->is_task) {
        vm_trap(call->vm, TRAP_RUNTIME,
                "a task's result is its coroutine's: %s is for futures", function);
        return NULL;
    }
    if (future->state != FUTURE_PENDING) {
        static const char *const states[] = {"pending", "done", "failed", "cancelled"};
        vm_trap(call->vm, TRAP_INVALID_STATE, "%s: the future is %s already", function,
                states[future->state]);
        return NULL;
    }
    if (future_belongs_to_operation(future)) {
        vm_trap(call->vm, TRAP_RUNTIME, "%s: this future is finished by the library",
                function);
        return NULL;
    }
    return future;
}

// set_result(f, value): a struct comes as a pointer to a copy of its own.
NativeResult lib_set_result(NativeCall *call) {
    Future *future = settable_arg(call, "set_result");
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    Value value = call->arg_count > 1 ? call->args[1] : (Value){0};
    bool was_pending = future_set_result(lib_here(call)->loop, future, value);
    (void)was_pending; // settable_arg asked
    return done();
}

// set_error(f, error)
NativeResult lib_set_error(NativeCall *call) {
    Future *future = settable_arg(call, "set_error");
    const ErrorObj *error = future != NULL ? lib_error_arg(call, 1) : NULL;
    if (error == NULL) {
        return NATIVE_TRAP;
    }
    bool was_pending = future_set_error(lib_here(call)->loop, future, error->self,
                                        error->kind == TRAP_CANCELLED);
    (void)was_pending; // settable_arg asked
    return done();
}

// set_error(f, name, message)
NativeResult lib_set_error_text(NativeCall *call) {
    Future *future = settable_arg(call, "set_error");
    uint64_t length;
    const char *name = future != NULL ? native_string(call, 1, &length) : NULL;
    const char *message = name != NULL ? native_string(call, 2, &length) : NULL;
    if (message == NULL) {
        return NATIVE_TRAP;
    }
    Ptr error = vm_error_new(call->vm, TRAP_USER, name, 0, "%s", message);
    bool was_pending = future_set_error(lib_here(call)->loop, future, error, false);
    (void)was_pending; // settable_arg asked
    return done();
}

// ---------------------------------------------------------------- on_done

// Waits in the future's list; makes a callback of the program when it is done.
typedef struct DoneCallback {
    VM *vm;
    Lib *lib;
    const Proto
        *proto; // of the function it was given: redefinition later changes nothing
    uint64_t cell;
} DoneCallback;

static void call_back(void *ctx, Future *future) {
    const DoneCallback *callback = ctx;
    Value handle = {.p = future->self};
    Lib *lib = callback->lib;
    Fiber *fiber = fiber_new(callback->vm, callback->proto, &handle, 1);
    if (fiber != NULL &&
        loop_callback_new(lib->loop, fiber, callback->cell, LOOP_NEXT) != NULL) {
        return;
    }
    if (fiber != NULL) {
        fiber_destroy(callback->vm, &fiber);
    }
    (void)vm_trap_take(callback->vm); // nobody runs who could be told by an error
    if (lib->hooks.note != NULL) {
        lib->hooks.note(lib->hooks.ctx, callback->cell, callback->proto->span,
                        "there is no memory left to make this call of on_done");
    }
}

// on_done(t, function): function(t) is called, as a task of its own, once t is done.
NativeResult lib_on_done(NativeCall *call) {
    Future *future = async_future_arg(call, 0);
    const Fn *fn = future != NULL ? vm_func(call->vm, (Ptr)call->args[1].p) : NULL;
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    if (fn == NULL || fn->proto->param_count != 1 || fn->proto->is_variadic) {
        vm_trap(call->vm, TRAP_BAD_CALL,
                "the callback of on_done must be a function of one argument");
        return NATIVE_TRAP;
    }
    Lib *lib = lib_here(call);
    DoneCallback callback = {call->vm, lib, fn->proto, lib_cell(lib)};
    future_on_done(lib->loop, future, call_back, &callback, sizeof callback);
    return done();
}
