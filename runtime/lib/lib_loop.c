// lib_loop.c: asyncio's loop object: get_event_loop, run_until_complete, run_forever,
// close, call_soon and kin.
//
// A session has one loop, which never stops. An `event_loop` is a handle of it that has a
// life of its own: it can be closed, and using it again is an error that says where it
// was closed; the session goes on. What a loop object "has" are the tasks that were made
// by what it ran: a number in each task says whose it is.
//
// So the two things that fail in a notebook elsewhere work: a loop that is already
// running can be run (the calling task waits), and a closed loop does not take the
// session with it.
//
// Read next: loop/loop.h.
#include "lib/lib_async.h"

#include <math.h>

typedef struct LoopHandle {
    uint32_t number; // 0: the one that cells run on
    bool is_closed;
    bool stop_wanted; // stop() came before run_forever()
    Span closed;      // where
    Ptr stop;         // the future run_forever waits for; 0: not running for ever
} LoopHandle;

static void trace(VM *vm, void *data) {
    const LoopHandle *handle = data;
    vm_mark(vm, (Value){.p = handle->stop});
}

static char *describe(VM *vm, const void *data) {
    (void)vm;
    const LoopHandle *handle = data;
    return mem_strdup(handle->is_closed ? "<event loop, closed>"
                                        : "<event loop, running>");
}

static const NativeClass loop_class = {"event_loop", sizeof(LoopHandle), NULL, trace,
                                       describe};

// ---------------------------------------------------------------- handles

// A fresh handle; 0 after a trap.
static Ptr handle_new(NativeCall *call, bool is_first) {
    void *data = NULL;
    Ptr p = vm_native_new(call->vm, &loop_class, &data);
    if (p != 0) {
        LibAsync *async = async_of(call);
        LoopHandle *handle = data;
        handle->number = is_first ? 0 : ++async->last_number;
    }
    return p;
}

// The handle in force; made anew when there is none or it was closed. 0 after a trap.
static Ptr current_handle(NativeCall *call) {
    LibAsync *async = async_of(call);
    const LoopHandle *handle = vm_native_data(call->vm, async->current_loop, &loop_class);
    if (handle == NULL || handle->is_closed) {
        async->current_loop = handle_new(call, async->current_loop == 0);
    }
    return async->current_loop;
}

// The loop that argument i names, open; NULL after a trap.
static LoopHandle *loop_arg(NativeCall *call, uint32_t i) {
    Ptr p = (Ptr)call->args[i].p;
    LoopHandle *handle = vm_native_data(call->vm, p, &loop_class);
    if (handle == NULL) {
        vm_trap(call->vm, p == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                "argument %u is %s: get_event_loop() gives a loop", i + 1,
                p == 0 ? "a null handle" : "not an event loop");
        return NULL;
    }
    if (handle->is_closed) {
        vm_trap(call->vm, TRAP_RUNTIME,
                "this event loop is closed; get_event_loop() gives the session's loop, "
                "which is not");
        vm_trap_note(call->vm, handle->closed, "it was closed here");
        return NULL;
    }
    return handle;
}

// The loop in the optional first argument, else the one in force; closed ones too. NULL
// after a trap.
static LoopHandle *optional_loop(NativeCall *call) {
    Ptr p = async_has_extra(call) ? (Ptr)call->args[0].p : current_handle(call);
    LoopHandle *handle = vm_native_data(call->vm, p, &loop_class);
    if (handle == NULL && async_has_extra(call)) {
        vm_trap(call->vm, TRAP_VALUE, "argument 1 is not an event loop");
    }
    return handle;
}

NativeResult lib_get_event_loop(NativeCall *call) {
    Ptr p = current_handle(call);
    return p != 0 ? done_ptr(call, p) : NATIVE_TRAP;
}

NativeResult lib_new_event_loop(NativeCall *call) {
    Ptr p = handle_new(call, false);
    return p != 0 ? done_ptr(call, p) : NATIVE_TRAP;
}

NativeResult lib_set_event_loop(NativeCall *call) {
    if (call->args[0].p != 0 && loop_arg(call, 0) == NULL) {
        return NATIVE_TRAP;
    }
    async_of(call)->current_loop = (Ptr)call->args[0].p;
    return done();
}

NativeResult lib_loop_is_closed(NativeCall *call) {
    const LoopHandle *handle = optional_loop(call);
    return handle != NULL ? done_int(call, handle->is_closed) : NATIVE_TRAP;
}

// The session's loop always runs; one of new_event_loop() does while a task of it is
// running.
NativeResult lib_loop_is_running(NativeCall *call) {
    const LoopHandle *handle = optional_loop(call);
    if (handle == NULL) {
        return NATIVE_TRAP;
    }
    const Task *task = loop_current(lib_here(call)->loop);
    Ptr p = async_has_extra(call) ? (Ptr)call->args[0].p : async_of(call)->current_loop;
    bool is_sessions = p == async_of(call)->current_loop || handle->number == 0;
    bool is_running =
        is_sessions || (task != NULL && task_loop_number(task) == handle->number);
    return done_int(call, is_running && !handle->is_closed);
}

// ---------------------------------------------------------------- closing

typedef struct Closing {
    Loop *loop;
    uint32_t number;
    VEC(Task *) tasks;
} Closing;

// Does this task wait, perhaps through others, for the one that is running?
static bool waits_for_running(Loop *loop, const Task *task) {
    const Task *running = loop_current(loop);
    for (uint32_t hops = 0; task != NULL && hops < 100000; hops++) {
        if (task == running) {
            return true;
        }
        task = task_awaited(task);
    }
    return false;
}

static void choose_task(void *ctx, Task *task) {
    Closing *closing = ctx;
    bool belongs = task_loop_number(task) == closing->number;
    if (belongs && !task_is_foreground(task) && !waits_for_running(closing->loop, task)) {
        vec_push(closing->tasks, task);
    }
}

// loop_close([loop]): cancels its tasks but those that are needed to go on here; the
// handle is dead from now on.
NativeResult lib_loop_close(NativeCall *call) {
    LoopHandle *handle = optional_loop(call);
    if (handle == NULL) {
        return NATIVE_TRAP;
    }
    if (handle->is_closed) {
        return done(); // asyncio: closing twice is fine
    }
    Loop *loop = lib_here(call)->loop;
    handle->is_closed = true;
    handle->closed = vm_where(call->vm);
    Closing closing = {.loop = loop, .number = handle->number};
    loop_each_task(loop, choose_task, &closing);
    for (uint32_t i = 0; i < closing.tasks.count; i++) {
        loop_cancel(loop, closing.tasks.data[i]);
    }
    vec_free(closing.tasks);
    return done();
}

// ---------------------------------------------------------------- running

// run_until_complete(loop, awaitable)
NativeResult lib_run_until_complete(NativeCall *call) {
    const LoopHandle *handle = loop_arg(call, 0);
    if (handle == NULL) {
        return NATIVE_TRAP;
    }
    bool is_new = vm_coro(call->vm, (Ptr)call->args[1].p) != NULL;
    Future *future = async_awaitable_arg(call, 1);
    if (future == NULL) {
        return NATIVE_TRAP;
    }
    Task *task = task_from_ptr(call->vm, future->self);
    if (is_new && task != NULL) {
        task_set_loop_number(task, handle->number);
    }
    return async_wait(call, future);
}

// run_forever(loop): the calling task waits until stop(loop).
NativeResult lib_run_forever(NativeCall *call) {
    LoopHandle *handle = loop_arg(call, 0);
    if (handle == NULL) {
        return NATIVE_TRAP;
    }
    Loop *loop = lib_here(call)->loop;
    if (handle->stop_wanted) { // asyncio: one turn, then it returns
        handle->stop_wanted = false;
        loop_sleep(loop, 0, false);
        return NATIVE_PENDING;
    }
    Future *stop = vm_future(call->vm, handle->stop);
    if (stop == NULL || stop->state != FUTURE_PENDING) {
        stop = loop_future_new(loop);
        if (stop == NULL) {
            return NATIVE_TRAP;
        }
        handle->stop = stop->self;
    }
    return async_wait(call, stop);
}

// stop(loop)
NativeResult lib_stop(NativeCall *call) {
    LoopHandle *handle = loop_arg(call, 0);
    if (handle == NULL) {
        return NATIVE_TRAP;
    }
    Future *stop = vm_future(call->vm, handle->stop);
    if (stop == NULL || !future_set_result(lib_here(call)->loop, stop, (Value){0})) {
        handle->stop_wanted = true;
    }
    handle->stop = 0;
    return done();
}

// loop_time([loop]): seconds, monotonic
NativeResult lib_loop_time(NativeCall *call) {
    return done_double(call, (double)loop_now_ns(lib_here(call)->loop) / 1e9);
}

// ---------------------------------------------------------------- callbacks

// The callback in argument `at`, its pointer behind it, to be run at deadline_ns.
static NativeResult schedule(NativeCall *call, uint32_t at, uint64_t deadline_ns) {
    Fiber *fiber = async_callback(call, at, call->args[at + 1]);
    if (fiber == NULL) {
        return NATIVE_TRAP;
    }
    Lib *lib = lib_here(call);
    Task *task = loop_callback_new(lib->loop, fiber, lib_cell(lib), deadline_ns);
    if (task == NULL) {
        fiber_destroy(call->vm, &fiber);
        return NATIVE_TRAP;
    }
    return done_ptr(call, task_handle(task));
}

// Rounded as loop_deadline_ns rounds: call_at(loop_time() + 1) and call_later(1) are one.
static uint64_t at_time_ns(double seconds) {
    if (!(seconds > 0)) {
        return 0;
    }
    return seconds < 4e9 ? (uint64_t)llround(seconds * 1e9) : UINT64_MAX / 4;
}

// call_soon(callback, pointer); the _on forms take the loop first.
NativeResult lib_call_soon(NativeCall *call) {
    return schedule(call, 0, LOOP_SOON);
}

NativeResult lib_call_soon_on(NativeCall *call) {
    return loop_arg(call, 0) != NULL ? schedule(call, 1, LOOP_SOON) : NATIVE_TRAP;
}

// call_later(seconds, callback, pointer)
NativeResult lib_call_later(NativeCall *call) {
    return schedule(call, 1, loop_deadline_ns(lib_here(call)->loop, call->args[0].f));
}

NativeResult lib_call_later_on(NativeCall *call) {
    if (loop_arg(call, 0) == NULL) {
        return NATIVE_TRAP;
    }
    return schedule(call, 2, loop_deadline_ns(lib_here(call)->loop, call->args[1].f));
}

// call_at(time of loop_time(), callback, pointer)
NativeResult lib_call_at(NativeCall *call) {
    return schedule(call, 1, at_time_ns(call->args[0].f));
}

NativeResult lib_call_at_on(NativeCall *call) {
    return loop_arg(call, 0) != NULL ? schedule(call, 2, at_time_ns(call->args[1].f))
                                     : NATIVE_TRAP;
}

// cancel_handle(handle): the callback will not be called. True if that was in time.
NativeResult lib_cancel_handle(NativeCall *call) {
    Task *task = task_from_ptr(call->vm, (Ptr)call->args[0].p);
    if (task == NULL) {
        vm_trap(call->vm, TRAP_VALUE,
                "argument 1 is no handle of call_soon, call_later or call_at");
        return NATIVE_TRAP;
    }
    return done_int(call, loop_callback_cancel(lib_here(call)->loop, task));
}
