// callback.c: functions of the program that a native calls: the comparison of a priority
// queue.
//
// Enters: a fiber, from a native that then returns NATIVE_AGAIN. Leaves: its result, for
// the same native, executed again; or its error, raised in the native's call. Always
// holds: it runs as a part of the running task and no other task runs meanwhile, as if
// the native had called it on the C stack; so it cannot wait.
//
// Read next: sched.c (run_fiber), lib's lib_queue.c.
#include "loop/sched.h"

#include <assert.h>

// Back edges and calls before the world is served.
#define CALLBACK_BUDGET (1u << 20)

void loop_call(Loop *loop, Fiber *fiber, void (*failed)(void *ctx), void *ctx) {
    assert(loop->callback.fiber ==
           NULL); // one that is running calls no native that calls
    loop->callback = (NativeCallback){.fiber = fiber, .failed = failed, .ctx = ctx};
}

bool loop_call_is_done(const Loop *loop) {
    return loop->callback.is_done;
}

Value loop_call_take(Loop *loop) {
    assert(loop->callback.is_done);
    Value result = loop->callback.result;
    loop->callback = (NativeCallback){0};
    return result;
}

// The wait it has begun is undone; the error that says so.
static Ptr refuse_wait(Loop *loop, Task *task, VmStop stop) {
    if (stop == VM_PENDING && task->waiter.state == TASK_WAITING) {
        task_detach(loop, task);
        if (task_waits_sync(task)) {
            sync_forget(task);
        }
    } else if (stop == VM_PENDING && task->waiter.state == TASK_READY &&
               task != loop->frozen) {
        sched_remove(loop, &task->waiter);
    }
    if (task == loop->frozen) { // it was a plain wait
        loop->frozen = NULL;
        loop->frozen_is_ready = false;
    }
    task->waiter.wait = WAIT_NONE;
    task->waiter.state = TASK_RUNNING;
    task->awaited = NULL;
    return vm_error_new(loop->vm, TRAP_RUNTIME, NULL, 0,
                        "a function that the library calls to compare cannot wait");
}

void callback_run(Loop *loop, Task *task) {
    NativeCallback call = loop->callback;
    Value result = {0};
    VmStop stop;
    do { // a long one still lets an interrupt in
        stop = vm_run(loop->vm, call.fiber, CALLBACK_BUDGET, &result);
        if (stop == VM_BUDGET) {
            world_poll(&loop->world);
        }
    } while (stop == VM_BUDGET);
    Ptr error = stop == VM_DONE     ? 0
                : stop == VM_FAILED ? result.p
                                    : refuse_wait(loop, task, stop);
    loop->callback = (NativeCallback){.is_done = error == 0, .result = result};
    if (error != 0) {
        call.failed(call.ctx);
        fiber_resume_error(task->future.body, error);
    } else {
        fiber_resume_value(task->future.body, (Value){0}); // executed again: no value
    }
    fiber_destroy(loop->vm, &call.fiber);
}
