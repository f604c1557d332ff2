// lib_error.c: the language's `error`, and the natives behind taskgroup, deadline and
// shield.
//
// Enters: handles of ErrorObjs, numbers of blocks. Leaves: their names and texts, and
// blocks begun and ended in loop/. An error's strings are the program's memory, collected
// like any other and made once: e.name is the same pointer each time.
//
// Read next: loop/block.h; front/check/check_block.c for the calls the compiler makes.
#include "lib/lib_async.h"

#include <math.h>

ErrorObj *lib_error_arg(NativeCall *call, uint32_t i) {
    Ptr p = (Ptr)call->args[i].p;
    ErrorObj *error = vm_error(call->vm, p);
    if (error == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "the error is NULL: there is none"
                       : "this is no error: it has never been given one");
    }
    return error;
}

static const char *name_of_error(const ErrorObj *error) {
    return error->name != NULL ? error->name : trap_name(error->kind);
}

// error(name, format, ...)
NativeResult lib_new_error(NativeCall *call) {
    uint64_t length;
    const char *name = native_string(call, 0, &length);
    if (name == NULL) {
        return NATIVE_TRAP;
    }
    Str text = {0};
    ArgCursor cursor = cursor_of_call(call);
    if (lib_format(&cursor, 1, &text) < 0) {
        str_free(&text);
        return NATIVE_TRAP;
    }
    // By its name alone, as asyncio's class: a task that this leaves is a cancelled one.
    TrapKind kind =
        strcmp(name, trap_name(TRAP_CANCELLED)) == 0 ? TRAP_CANCELLED : TRAP_USER;
    Ptr error = vm_error_new(call->vm, kind, name, 0, "%.*s", (int)text.count, text.data);
    str_free(&text);
    return done_ptr(call, error);
}

// The text as the program's string, kept in *slot.
static NativeResult string_once(NativeCall *call, Ptr *slot, const char *text) {
    if (*slot == 0) {
        *slot = vm_string(call->vm, text, strlen(text));
    }
    return *slot != 0 ? done_ptr(call, *slot) : NATIVE_TRAP;
}

NativeResult lib_error_name(NativeCall *call) {
    ErrorObj *error = lib_error_arg(call, 0);
    return error != NULL ? string_once(call, &error->name_text, name_of_error(error))
                         : NATIVE_TRAP;
}

NativeResult lib_error_message(NativeCall *call) {
    ErrorObj *error = lib_error_arg(call, 0);
    if (error == NULL) {
        return NATIVE_TRAP;
    }
    return string_once(call, &error->message_text,
                       error->message != NULL ? error->message : "");
}

NativeResult lib_error_code(NativeCall *call) {
    const ErrorObj *error = lib_error_arg(call, 0);
    return error != NULL ? done_int(call, error->code) : NATIVE_TRAP;
}

// is_error(e, name): false for a null error.
NativeResult lib_is_error(NativeCall *call) {
    uint64_t length;
    const char *name = native_string(call, 1, &length);
    if (name == NULL) {
        return NATIVE_TRAP;
    }
    const ErrorObj *error = vm_error(call->vm, (Ptr)call->args[0].p);
    return done_int(call, error != NULL && strcmp(name_of_error(error), name) == 0);
}

// ---------------------------------------------------------------- blocks

static NativeResult entered(NativeCall *call, uint32_t number) {
    return number != 0 ? done_int(call, number) : NATIVE_TRAP;
}

static uint32_t number_arg(const NativeCall *call, uint32_t i) {
    return (uint32_t)call->args[i].u;
}

NativeResult lib_taskgroup_enter(NativeCall *call) {
    return entered(call, loop_taskgroup_enter(lib_here(call)->loop));
}

// __taskgroup_fail(e, number): e leaves the block.
NativeResult lib_taskgroup_fail(NativeCall *call) {
    loop_taskgroup_fail(lib_here(call)->loop, number_arg(call, 1), (Ptr)call->args[0].p);
    return done();
}

// __taskgroup_leave(number): waits for every task; throws the group's first error.
NativeResult lib_taskgroup_leave(NativeCall *call) {
    Future *future = loop_taskgroup_leave(lib_here(call)->loop, number_arg(call, 0));
    if (future == NULL || future->state == FUTURE_DONE) {
        return done();
    }
    if (future->state == FUTURE_PENDING) {
        return async_wait(call, future);
    }
    vm_trap_error(call->vm, vm_error_copy(call->vm, (Ptr)future->result.p));
    return NATIVE_TRAP;
}

NativeResult lib_deadline_enter(NativeCall *call) {
    double seconds = call->args[0].f;
    if (isnan(seconds)) {
        vm_trap(call->vm, TRAP_VALUE, "a deadline cannot be NaN seconds away");
        return NATIVE_TRAP;
    }
    return entered(call, loop_deadline_enter(lib_here(call)->loop, seconds));
}

// __deadline_land(e, number): goes on into `else` when e is this deadline's, else throws
// e again.
NativeResult lib_deadline_land(NativeCall *call) {
    const ErrorObj *error = lib_error_arg(call, 0);
    if (error != NULL && error->block == number_arg(call, 1)) {
        return done();
    }
    if (error != NULL) {
        vm_trap_error(call->vm, error->self);
    }
    return NATIVE_TRAP;
}

NativeResult lib_shield_enter(NativeCall *call) {
    return entered(call, loop_shield_enter(lib_here(call)->loop));
}

// __deadline_leave(number), __shield_leave(number)
NativeResult lib_block_leave(NativeCall *call) {
    loop_block_leave(lib_here(call)->loop, number_arg(call, 0));
    return done();
}

// shield(awaitable)
NativeResult lib_shield(NativeCall *call) {
    Future *future = loop_shield(lib_here(call)->loop, (Ptr)call->args[0].p);
    return future != NULL ? done_ptr(call, future->self) : NATIVE_TRAP;
}
