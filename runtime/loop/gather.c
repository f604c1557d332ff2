// gather.c: the operations: several awaitables as one future (gather), one with a time
// limit (wait_for).
//
// Enters: awaitables. Leaves: a future. Both wait through CallWaiters, so that their
// parts' ends are seen by the scheduler in turn, as asyncio's done callbacks are: one
// step from a part's end to the operation's, one more to whoever awaits it. Always holds:
// an operation lives until its last part is done.
//
// Read next: future.h (the drawing), lib's lib_task.c (how a program calls these).
#include "loop/sched.h"

#include <assert.h>

// ---------------------------------------------------------------- gather

typedef struct GatherPart {
    CallWaiter call;
    struct Gather *gather;
} GatherPart;

typedef struct Gather {
    Operation op;
    uint32_t count;
    uint32_t left; // parts not yet seen done
    uint32_t element_bytes;
    bool is_float;
    bool is_record;
    bool keeps_errors; // .return_errors: they do not end it
    bool cancel_wanted;
    Ptr box; // of the results
    GatherPart parts[];
} Gather;

// asyncio: all parts are cancelled; the gather itself ends when they have.
static bool gather_cancel(Loop *loop, Operation *op, FutureList *list) {
    (void)loop;
    Gather *gather = (Gather *)(void *)op;
    uint32_t before = list->count;
    for (uint32_t i = 0; i < gather->count; i++) {
        if (gather->parts[i].call.future->state == FUTURE_PENDING) {
            vec_push(*list, gather->parts[i].call.future);
        }
    }
    gather->cancel_wanted = list->count > before;
    return false;
}

static void gather_mark(VM *vm, Operation *op) {
    Gather *gather = (Gather *)(void *)op;
    vm_mark(vm, (Value){.p = gather->box});
    for (uint32_t i = 0; i < gather->count; i++) {
        vm_mark(vm, (Value){.p = gather->parts[i].call.future->self});
    }
}

static void gather_parts(const Operation *op, FutureList *parts) {
    const Gather *gather = (const Gather *)(const void *)op;
    for (uint32_t i = 0; i < gather->count; i++) {
        vec_push(*parts, gather->parts[i].call.future);
    }
}

static const OperationKind gather_kind = {"gather", gather_cancel, NULL, gather_mark,
                                          gather_parts};

// Puts one result where the program will read it: element `at` of the box, in its type's
// own size.
static void store_result(VM *vm, const Gather *gather, uint32_t at, const Future *part) {
    uint32_t n = gather->element_bytes;
    Ptr place = gather->box + (uint64_t)at * n;
    if (part->has_box || gather->is_record) { // uninitialised bytes stay so
        bool is_copied = vm_copy(vm, place, part->result.p, n);
        assert(is_copied); // both are boxes of our own making
        (void)is_copied;
        return;
    }
    void *to = vm_write(vm, place, n);
    assert(to != NULL); // our own box
    if (gather->is_float) {
        float narrow = (float)part->result.f;
        memcpy(to, &narrow, sizeof narrow);
    } else {
        assert(n <= sizeof part->result);
        memcpy(to, &part->result, n); // little-endian: the low bytes
    }
}

// Every part is done.
static void gather_finish(Loop *loop, Gather *gather) {
    Future *future = gather->op.future;
    if (future->state != FUTURE_PENDING) {
        return; // its first error went out already
    }
    if (gather->cancel_wanted) {
        future_finish(loop, future, FUTURE_CANCELLED,
                      (Value){.p = task_cancel_error(loop)});
        return;
    }
    for (uint32_t i = 0; i < gather->count && gather->element_bytes > 0; i++) {
        if (gather->parts[i].call.future->state == FUTURE_DONE) { // else zero
            store_result(loop->vm, gather, i, gather->parts[i].call.future);
        }
    }
    future_finish(loop, future, FUTURE_DONE, (Value){.p = gather->box});
}

// A part is done. asyncio: the first error goes to the awaiter at once, the siblings go
// on; a part that was cancelled counts as an error, unless the whole gather was.
static void gather_part_done(Loop *loop, CallWaiter *waiter) {
    Gather *gather = ((GatherPart *)(void *)waiter)->gather;
    Future *part = waiter->future;
    Future *future = gather->op.future;
    assert(gather->left > 0);
    gather->left--;
    part->error_seen = 1;
    if (part->state != FUTURE_DONE && future->state == FUTURE_PENDING &&
        !gather->keeps_errors) {
        bool is_cancel = gather->cancel_wanted && part->state == FUTURE_CANCELLED;
        future_finish(loop, future, is_cancel ? FUTURE_CANCELLED : FUTURE_FAILED,
                      part->result);
    }
    if (gather->left == 0) {
        gather_finish(loop, gather);
        operation_destroy(loop, &gather->op);
    }
}

Future *loop_gather(Loop *loop, const Ptr *awaitables, uint32_t count, uint32_t element) {
    Gather *gather = operation_new(loop, &gather_kind,
                                   sizeof *gather + count * sizeof gather->parts[0]);
    if (gather == NULL) {
        return NULL;
    }
    gather->element_bytes = element & ~(GATHER_FLOAT | GATHER_RECORD | GATHER_ERRORS);
    gather->keeps_errors = (element & GATHER_ERRORS) != 0;
    gather->is_record = (element & GATHER_RECORD) != 0;
    gather->is_float = (element & GATHER_FLOAT) != 0;
    if ((uint64_t)count * gather->element_bytes > 0) {
        gather->box = vm_alloc(loop->vm, OBJ_BOX, (uint64_t)count * gather->element_bytes,
                               true, vm_where(loop->vm));
        if (gather->box == 0) {
            operation_destroy(loop, &gather->op);
            return NULL;
        }
    }
    Future *future = gather->op.future;
    for (uint32_t i = 0; i < count; i++) {
        Future *part = future_from_awaitable(loop, awaitables[i]);
        if (part == NULL) {
            // What began goes on without us; the parts registered so far must not call
            // into freed memory.
            for (uint32_t k = 0; k < gather->count; k++) {
                future_forget_call(loop, &gather->parts[k].call);
            }
            operation_destroy(loop, &gather->op);
            return NULL;
        }
        gather->parts[i].gather = gather;
        gather->count++;
        gather->left++;
        future_call_when_done(loop, part, &gather->parts[i].call, gather_part_done);
    }
    if (count == 0) {
        gather_finish(loop, gather);
        operation_destroy(loop, &gather->op);
    }
    return future;
}

// ---------------------------------------------------------------- wait_for

typedef struct TimeLimit {
    Operation op;
    CallWaiter part;
    double seconds;
    bool is_due; // its timer has gone off
    bool timed_out;
    bool cancel_wanted;
} TimeLimit;

static bool limit_cancel(Loop *loop, Operation *op, FutureList *list) {
    TimeLimit *limit = (TimeLimit *)(void *)op;
    (void)list;
    if (!limit->cancel_wanted) { // asyncio: who waits wakes, and cancels the part then
        limit->cancel_wanted = true;
        operation_call_due(loop, op);
    }
    return true;
}

// Too late. asyncio's timer wakes who waits, a turn later, and that one cancels the part
// if it is not done by then; it waits for the part to be gone before it says so: its
// defers run first.
static void limit_due(Loop *loop, Operation *op) {
    TimeLimit *limit = (TimeLimit *)(void *)op;
    if (!limit->is_due && !limit->cancel_wanted) {
        limit->is_due = true;
        operation_call_due(loop, op);
    } else if (limit->part.future->state == FUTURE_PENDING) {
        limit->timed_out = true;
        task_cancel_future(loop, limit->part.future);
    }
}

static void limit_mark(VM *vm, Operation *op) {
    vm_mark(vm, (Value){.p = ((TimeLimit *)(void *)op)->part.future->self});
}

static void limit_parts(const Operation *op, FutureList *parts) {
    vec_push(*parts, ((const TimeLimit *)(const void *)op)->part.future);
}

static const OperationKind limit_kind = {"wait_for", limit_cancel, limit_due, limit_mark,
                                         limit_parts};

// A part that was done in spite of the time limit has its say (asyncio before 3.12). One
// that was done in spite of a cancellation has not: that would lose it.
static void limit_part_done(Loop *loop, CallWaiter *waiter) {
    TimeLimit *limit = (TimeLimit *)(void *)((char *)waiter - offsetof(TimeLimit, part));
    Future *future = limit->op.future;
    Future *part = waiter->future;
    part->error_seen = 1;
    if (limit->cancel_wanted) {
        future_finish(loop, future, FUTURE_CANCELLED,
                      (Value){.p = task_cancel_error(loop)});
    } else if (limit->timed_out && part->state == FUTURE_CANCELLED) {
        Ptr error = vm_error_new(loop->vm, TRAP_TIMEOUT, NULL, 110,
                                 "not done within %g s", limit->seconds);
        future_finish(loop, future, FUTURE_FAILED, (Value){.p = error});
    } else {
        future_copy_outcome(loop, future, part);
    }
    operation_destroy(loop, &limit->op);
}

Future *loop_wait_for(Loop *loop, Ptr awaitable, double seconds) {
    Future *part = future_from_awaitable(loop, awaitable);
    if (part == NULL) {
        return NULL;
    }
    TimeLimit *limit = operation_new(loop, &limit_kind, sizeof *limit);
    if (limit == NULL) {
        return NULL;
    }
    limit->seconds = seconds;
    Future *future = limit->op.future;
    if (seconds <= 0 && part->state != FUTURE_PENDING) { // asyncio: without a turn
        part->error_seen = 1;
        future_copy_outcome(loop, future, part);
        operation_destroy(loop, &limit->op);
        return future;
    }
    future_call_when_done(loop, part, &limit->part, limit_part_done);
    if (seconds <= 0) { // what has not begun never does
        limit->timed_out = true;
        task_cancel_future(loop, part);
    } else if (part->state == FUTURE_PENDING) {
        operation_set_timer(loop, &limit->op, loop_deadline_ns(loop, seconds));
    }
    return future;
}

// ---------------------------------------------------------------- wait_any, wait_all

typedef struct WaitPart {
    CallWaiter call;
    struct WaitGroup *group;
} WaitPart;

// asyncio.wait: looks on, and takes no part in what its parts come to: their errors stay
// theirs, and cancelling the wait cancels none of them.
typedef struct WaitGroup {
    Operation op;
    uint32_t count;
    uint32_t left; // parts not yet seen done
    bool is_any;
    WaitPart parts[];
} WaitGroup;

// Leaves the lists of the parts that are not seen done yet, and goes.
static void group_leave(Loop *loop, WaitGroup *group) {
    for (uint32_t i = 0; i < group->count; i++) {
        if (group->parts[i].call.call != NULL) {
            future_forget_call(loop, &group->parts[i].call);
        }
    }
    operation_destroy(loop, &group->op);
}

static bool group_cancel(Loop *loop, Operation *op, FutureList *list) {
    (void)list;
    future_finish(loop, op->future, FUTURE_CANCELLED,
                  (Value){.p = task_cancel_error(loop)});
    group_leave(loop, (WaitGroup *)(void *)op);
    return true;
}

static void group_mark(VM *vm, Operation *op) {
    WaitGroup *group = (WaitGroup *)(void *)op;
    for (uint32_t i = 0; i < group->count; i++) {
        vm_mark(vm, (Value){.p = group->parts[i].call.future->self});
    }
}

static void group_parts(const Operation *op, FutureList *parts) {
    const WaitGroup *group = (const WaitGroup *)(const void *)op;
    for (uint32_t i = 0; i < group->count; i++) {
        vec_push(*parts, group->parts[i].call.future);
    }
}

static const OperationKind any_kind = {"wait_any", group_cancel, NULL, group_mark,
                                       group_parts};
static const OperationKind all_kind = {"wait_all", group_cancel, NULL, group_mark,
                                       group_parts};

static void group_part_done(Loop *loop, CallWaiter *waiter) {
    WaitPart *part = (WaitPart *)(void *)waiter;
    WaitGroup *group = part->group;
    part->call.call = NULL;
    group->left--;
    if (!group->is_any && group->left > 0) {
        return;
    }
    Value which = {.u = (uint64_t)(part - group->parts)};
    future_finish(loop, group->op.future, FUTURE_DONE,
                  group->is_any ? which : (Value){0});
    group_leave(loop, group);
}

Future *loop_wait_group(Loop *loop, const Ptr *futures, uint32_t count, bool is_any) {
    if (count == 0) {
        vm_trap(loop->vm, TRAP_VALUE, "there is nothing to wait for: the count is 0");
        return NULL;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (vm_future(loop->vm, futures[i]) == NULL) {
            vm_trap(loop->vm, futures[i] == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                    "element %u is %s", i,
                    futures[i] == 0 ? "a null handle" : "neither a task nor a future");
            return NULL;
        }
    }
    WaitGroup *group = operation_new(loop, is_any ? &any_kind : &all_kind,
                                     sizeof *group + count * sizeof group->parts[0]);
    if (group == NULL) {
        return NULL;
    }
    group->is_any = is_any;
    group->count = group->left = count;
    for (uint32_t i = 0; i < count; i++) {
        group->parts[i].group = group;
        future_call_when_done(loop, vm_future(loop->vm, futures[i]),
                              &group->parts[i].call, group_part_done);
    }
    return group->op.future;
}

// ---------------------------------------------------------------- shield

// asyncio.shield: cancelling it leaves its part alone.
typedef struct ShieldOp {
    Operation op;
    CallWaiter part;
} ShieldOp;

static bool shield_cancel(Loop *loop, Operation *op, FutureList *list) {
    (void)list;
    future_finish(loop, op->future, FUTURE_CANCELLED,
                  (Value){.p = task_cancel_error(loop)});
    future_forget_call(loop, &((ShieldOp *)(void *)op)->part);
    operation_destroy(loop, op);
    return true;
}

static void shield_mark(VM *vm, Operation *op) {
    vm_mark(vm, (Value){.p = ((ShieldOp *)(void *)op)->part.future->self});
}

static void shield_parts(const Operation *op, FutureList *parts) {
    vec_push(*parts, ((const ShieldOp *)(const void *)op)->part.future);
}

static const OperationKind shield_kind = {"shield", shield_cancel, NULL, shield_mark,
                                          shield_parts};

static void shield_part_done(Loop *loop, CallWaiter *waiter) {
    ShieldOp *shield = (ShieldOp *)(void *)((char *)waiter - offsetof(ShieldOp, part));
    waiter->future->error_seen = 1;
    future_copy_outcome(loop, shield->op.future, waiter->future);
    operation_destroy(loop, &shield->op);
}

Future *loop_shield(Loop *loop, Ptr awaitable) {
    Future *part = future_from_awaitable(loop, awaitable);
    ShieldOp *shield =
        part != NULL ? operation_new(loop, &shield_kind, sizeof *shield) : NULL;
    if (shield == NULL) {
        return NULL;
    }
    future_call_when_done(loop, part, &shield->part, shield_part_done);
    return shield->op.future;
}

// ---------------------------------------------------------------- a sleep without a task

static bool nap_cancel(Loop *loop, Operation *op, FutureList *list) {
    (void)list;
    future_finish(loop, op->future, FUTURE_CANCELLED,
                  (Value){.p = task_cancel_error(loop)});
    operation_destroy(loop, op);
    return true;
}

static void nap_due(Loop *loop, Operation *op) {
    future_finish(loop, op->future, FUTURE_DONE, (Value){0});
    operation_destroy(loop, op);
}

static void nap_mark(VM *vm, Operation *op) {
    (void)vm;
    (void)op;
}

static const OperationKind nap_kind = {"sleep", nap_cancel, nap_due, nap_mark, NULL};

// The future that next(c) gives for a coroutine that sleeps.
static Future *nap_new(Loop *loop, uint64_t deadline_ns) {
    Operation *op = operation_new(loop, &nap_kind, sizeof *op);
    if (op == NULL) {
        return NULL;
    }
    operation_set_timer(loop, op, deadline_ns);
    return op->future;
}

Future *loop_detach_wait(Loop *loop) {
    Task *task = loop->running;
    assert(task != NULL);
    assert(task->waiter.state != TASK_RUNNING);
    if (task == loop->frozen) {
        return NULL; // it blocks the loop, by hand or not
    }
    Future *future = NULL;
    switch ((WaitKind)task->waiter.wait) {
    case WAIT_TIMER:
        future = nap_new(loop, timer_deadline_ns(&loop->timers, task->waiter.wake_seq));
        break;
    case WAIT_YIELD:
        future = nap_new(loop, loop_now_ns(loop));
        loop->timer_due = true;
        break;
    case WAIT_FUTURE:
        future = task->awaited;
        break;
    case WAIT_INPUT: // its native is executed again: it never gets here
    case WAIT_SYNC:  // no future stands for a turn: the whole task waits
    case WAIT_RELOCK:
    case WAIT_RELOCK_FAILING:
    case WAIT_GONE:
    case WAIT_GIVEN:
    case WAIT_NONE:
        break;
    }
    if (future == NULL) {
        return NULL;
    }
    if (task->waiter.state == TASK_WAITING) {
        task_detach(loop, task);
    } else {
        sched_remove(loop, &task->waiter);
    }
    task->waiter.wait = WAIT_NONE;
    task->waiter.state = TASK_RUNNING;
    task->awaited = NULL;
    return future;
}
