// lib_task.c: tasks and sleeping, by asyncio's names.
//
// Enters: coroutine objects and task handles in registers. Leaves: tasks scheduled, the
// calling task made to wait. The rules are loop/'s; this file translates. Always holds:
// whatever waits here says so to loop/ and returns NATIVE_PENDING; nothing of it runs on
// the C stack.
//
// Read next: lib_future.c, lib_loop.c; include/cora.h for how a program sees it.
#include "lib/lib_async.h"

#include <assert.h>
#include <math.h>

// ---------------------------------------------------------------- shared

LibAsync *async_of(const NativeCall *call) {
    Lib *lib = lib_here(call);
    if (lib->async == NULL) {
        lib->async = mem_alloc(sizeof(LibAsync));
    }
    return lib->async;
}

void async_mark_roots(Lib *lib) {
    LibAsync *async = lib->async;
    if (async != NULL) {
        vm_mark(lib->vm, (Value){.p = async->current_loop});
    }
}

void async_deinit(Lib *lib) {
    LibAsync *async = lib->async;
    if (async == NULL) {
        return;
    }
    for (uint32_t i = 0; i < async->timeits.count; i++) {
        async_timeit_free(async->timeits.data[i]);
    }
    vec_free(async->timeits);
    vec_free(async->watches);
    mem_free(async);
    lib->async = NULL;
}

Future *async_future_arg(NativeCall *call, uint32_t i) {
    Ptr p = (Ptr)call->args[i].p;
    Future *future = vm_future(call->vm, p);
    if (future == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "argument %u is a null handle: no task or future was put into it"
                       : "argument %u is neither a task nor a future",
                i + 1);
    }
    return future;
}

Future *async_awaitable_arg(NativeCall *call, uint32_t i) {
    Ptr p = (Ptr)call->args[i].p;
    if (vm_coro(call->vm, p) == NULL) {
        return async_future_arg(call, i);
    }
    Task *task = loop_task_from_coro(lib_here(call)->loop, p, NULL);
    return task != NULL ? task_future(task) : NULL;
}

NativeResult async_await(NativeCall *call, Future *future) {
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    if (future->state == FUTURE_DONE) {
        call->args[0] = future->result;
        return NATIVE_DONE;
    }
    if (future->state == FUTURE_FAILED) {
        future->error_seen = 1;
        vm_trap_error(call->vm, (Ptr)future->result.p);
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    if (call->suspend) {
        loop_await(loop, future);
    } else {
        loop_await_blocking(loop, future);
    }
    return NATIVE_PENDING;
}

NativeResult async_wait(NativeCall *call, Future *future) {
    loop_await(lib_here(call)->loop, future);
    return NATIVE_PENDING;
}

bool async_has_extra(const NativeCall *call) {
    return call->va != NULL && call->va->count > 0;
}

Fiber *async_callback(NativeCall *call, uint32_t i, Value argument) {
    Ptr p = (Ptr)call->args[i].p;
    const Fn *fn = vm_func(call->vm, p);
    if (fn == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_BAD_CALL,
                "argument %u, the callback, is %s", i + 1,
                p == 0 ? "a null pointer" : "not a function");
        return NULL;
    }
    if (fn->proto->param_count != 1 || fn->proto->is_variadic) {
        vm_trap(call->vm, TRAP_BAD_CALL,
                "the callback `%s` must take exactly one argument", fn->proto->name);
        return NULL;
    }
    return fiber_new(call->vm, fn->proto, &argument, 1);
}

// Argument i, a task. NULL after a trap.
static Task *task_arg(NativeCall *call, uint32_t i) {
    Task *task = task_from_ptr(call->vm, (Ptr)call->args[i].p);
    if (task == NULL) {
        Ptr p = (Ptr)call->args[i].p;
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                p == 0 ? "argument %u is a null handle: no task was put into it"
                       : "argument %u is not a task",
                i + 1);
    }
    return task;
}

// ---------------------------------------------------------------- making tasks

// create_task(coroutine, [name])
NativeResult lib_create_task(NativeCall *call) {
    const char *name = NULL;
    if (async_has_extra(call)) {
        uint64_t length;
        name = native_string(call, 1, &length);
        if (name == NULL) {
            return NATIVE_TRAP;
        }
    }
    Ptr coro = (Ptr)call->args[0].p;
    if (vm_coro(call->vm, coro) == NULL) {
        vm_trap(
            call->vm, coro == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
            "create_task wants a coroutine object: call an async function to make one");
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    Task *task = loop_task_from_coro(loop, coro, name);
    if (task == NULL) {
        return NATIVE_TRAP;
    }
    loop_group_adopt(loop, task);
    return done_ptr(call, task_handle(task));
}

// __spawn(function, arguments...): `spawn f(x)` and create_task(f(x)).
NativeResult lib_spawn(NativeCall *call) {
    bool has_box;
    Fiber *fiber = vm_call_take(call->vm, (Ptr)call->args[0].p, call->args + 1,
                                call->arg_count - 1, &has_box);
    Task *task = fiber != NULL ? loop_spawn(lib_here(call)->loop, fiber, has_box) : NULL;
    return task != NULL ? done_ptr(call, task_future(task)->self) : NATIVE_TRAP;
}

// ensure_future(awaitable, [name]): a coroutine as a task, everything else as it is.
NativeResult lib_ensure_future(NativeCall *call) {
    if (async_has_extra(call)) {
        return lib_create_task(call);
    }
    bool is_new = vm_coro(call->vm, (Ptr)call->args[0].p) != NULL;
    Future *future = async_awaitable_arg(call, 0);
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    if (is_new) {
        loop_group_adopt(lib_here(call)->loop, task_from_ptr(call->vm, future->self));
    }
    return done_ptr(call, future->self);
}

// run(coroutine): a task of it; the calling task waits, every other goes on.
NativeResult lib_run(NativeCall *call) {
    Future *future = async_awaitable_arg(call, 0);
    return future != NULL ? async_wait(call, future) : NATIVE_TRAP;
}

// ---------------------------------------------------------------- several at once

static NativeResult gathered(NativeCall *call, Future *future) {
    return future != NULL ? done_ptr(call, future->self) : NATIVE_TRAP;
}

// The results' size and kind, and whether errors are left to the parts.
static uint32_t gather_element(const NativeCall *call, uint32_t i) {
    return (uint32_t)call->args[i].u | (call->args[i + 1].u ? GATHER_ERRORS : 0);
}

// gather(count, element, return_errors, handles...): what the compiler makes of
// gather(a, b, ...).
NativeResult lib_gather(NativeCall *call) {
    uint32_t count = (uint32_t)call->args[0].u;
    uint32_t element = gather_element(call, 1);
    Ptr *handles = mem_alloc((count + 1) * sizeof *handles);
    for (uint32_t i = 0; i < count; i++) {
        handles[i] = (Ptr)call->args[3 + i].p;
    }
    Future *future = loop_gather(lib_here(call)->loop, handles, count, element);
    mem_free(handles);
    return gathered(call, future);
}

// The handles in an array argument (0: the pointer, 1: how many), copied: making tasks of
// coroutines runs the collector, and the array is the program's memory. NULL after a
// trap.
static Ptr *handle_array(NativeCall *call, uint32_t *count_at) {
    uint64_t count = call->args[1].u;
    if (count > LIMIT_OBJECT_BYTES / sizeof(Ptr)) {
        vm_trap(call->vm, TRAP_VALUE, "an array cannot have %lld elements",
                (long long)call->args[1].i);
        return NULL;
    }
    const Ptr *array = NULL;
    if (count > 0) {
        array = native_read(call, 0, count * sizeof *array);
        if (array == NULL) {
            return NULL;
        }
    }
    Ptr *handles = mem_alloc((count + 1) * sizeof *handles);
    if (count > 0) {
        memcpy(handles, array, count * sizeof *handles);
    }
    *count_at = (uint32_t)count;
    return handles;
}

// gather_array(pointer, count, element, return_errors): gather(array, count).
NativeResult lib_gather_array(NativeCall *call) {
    uint32_t count;
    Ptr *handles = handle_array(call, &count);
    if (handles == NULL) {
        return NATIVE_TRAP;
    }
    Future *future =
        loop_gather(lib_here(call)->loop, handles, count, gather_element(call, 2));
    mem_free(handles);
    return gathered(call, future);
}

static NativeResult wait_group(NativeCall *call, bool is_any) {
    uint32_t count;
    Ptr *handles = handle_array(call, &count);
    if (handles == NULL) {
        return NATIVE_TRAP;
    }
    Future *future = loop_wait_group(lib_here(call)->loop, handles, count, is_any);
    mem_free(handles);
    return gathered(call, future);
}

// as_completed(array, count): an array of futures.
NativeResult lib_as_completed(NativeCall *call) {
    uint32_t count;
    Ptr *handles = handle_array(call, &count);
    if (handles == NULL) {
        return NATIVE_TRAP;
    }
    Ptr box = loop_as_completed(lib_here(call)->loop, handles, count);
    mem_free(handles);
    return box != 0 ? done_ptr(call, box) : NATIVE_TRAP;
}

// wait_any(array, count): a future of the number of the first that is done.
NativeResult lib_wait_any(NativeCall *call) {
    return wait_group(call, true);
}

// wait_all(array, count): a future that is done when all of them are.
NativeResult lib_wait_all(NativeCall *call) {
    return wait_group(call, false);
}

// wait_for(awaitable, seconds)
NativeResult lib_wait_for(NativeCall *call) {
    Ptr awaitable = (Ptr)call->args[0].p;
    return gathered(call,
                    loop_wait_for(lib_here(call)->loop, awaitable, call->args[1].f));
}

// ---------------------------------------------------------------- asking

NativeResult lib_current_task(NativeCall *call) {
    Task *task = loop_current(lib_here(call)->loop);
    return done_ptr(call, task != NULL ? task_handle(task) : 0);
}

typedef struct TaskArray {
    Ptr *to;
    uint64_t room, count;
} TaskArray;

static void count_task(void *ctx, Task *task) {
    TaskArray *array = ctx;
    if (task_is_hidden(task)) {
        return;
    }
    if (array->count < array->room) {
        array->to[array->count] = task_handle(task);
    }
    array->count++;
}

// all_tasks(array, max): fills at most max handles, returns how many there are.
NativeResult lib_all_tasks(NativeCall *call) {
    TaskArray array = {NULL, call->args[1].u, 0};
    if (array.room > LIMIT_OBJECT_BYTES / sizeof(Ptr)) {
        vm_trap(call->vm, TRAP_VALUE, "all_tasks cannot fill %lld elements",
                (long long)call->args[1].i);
        return NATIVE_TRAP;
    }
    Lib *lib = lib_here(call);
    TaskArray counting = {0};
    loop_each_task(lib->loop, count_task, &counting);
    if (array.room > counting.count) {
        array.room = counting.count; // only what will be written has to be there
    }
    if (array.room > 0) {
        array.to = native_write(call, 0, array.room * sizeof *array.to);
        if (array.to == NULL) {
            return NATIVE_TRAP;
        }
    }
    loop_each_task(lib->loop, count_task, &array);
    return done_uint(call, array.count);
}

NativeResult lib_name_of(NativeCall *call) {
    Task *task = task_arg(call, 0);
    if (task == NULL) {
        return NATIVE_TRAP;
    }
    const char *name = task_name(task);
    Ptr text = vm_string(call->vm, name, strlen(name));
    return text != 0 ? done_ptr(call, text) : NATIVE_TRAP;
}

NativeResult lib_set_name(NativeCall *call) {
    uint64_t length;
    Task *task = task_arg(call, 0);
    const char *name = task != NULL ? native_string(call, 1, &length) : NULL;
    if (name == NULL) {
        return NATIVE_TRAP;
    }
    task_set_name(task, name);
    return done();
}

// ---------------------------------------------------------------- sleeping

static NativeResult sleep_for(NativeCall *call, double seconds) {
    if (LIKELY(seconds <= 0)) {
        return call->suspend ? loop_yield(lib_here(call)->loop) : done_uint(call, 0);
    }
    if (isnan(seconds)) {
        vm_trap(call->vm, TRAP_VALUE, "cannot sleep for NaN seconds");
        return NATIVE_TRAP;
    }
    loop_sleep(lib_here(call)->loop, seconds, !call->suspend);
    return NATIVE_PENDING; // woken with 0: nothing left to sleep
}

// unsigned sleep(double seconds)
NativeResult lib_sleep(NativeCall *call) {
    return sleep_for(call, call->args[0].f);
}

// int usleep(unsigned microseconds)
NativeResult lib_usleep(NativeCall *call) {
    return sleep_for(call, (double)call->args[0].u / 1e6);
}

// int nanosleep(const struct timespec *wanted, struct timespec *left)
NativeResult lib_nanosleep(NativeCall *call) {
    const int64_t *wanted = native_read(call, 0, 2 * sizeof *wanted);
    if (wanted == NULL) {
        return NATIVE_TRAP;
    }
    if (wanted[0] < 0 || wanted[1] < 0 || wanted[1] >= 1000000000) {
        lib_errno_set(lib_here(call), 22); // EINVAL, POSIX nanosleep
        return done_int(call, -1);
    }
    double seconds = (double)wanted[0] + (double)wanted[1] / 1e9;
    if (call->args[1].p != 0) { // never interrupted half-way: nothing is left
        int64_t *left = native_write(call, 1, 2 * sizeof *left);
        if (left == NULL) {
            return NATIVE_TRAP;
        }
        left[0] = left[1] = 0;
    }
    return sleep_for(call, seconds);
}
