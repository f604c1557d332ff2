// future.c: futures made by the program, and what operations are made of.
//
// Enters: waiters. Leaves: waiters in the ready queue, in the order they came. Always
// holds: a future becomes done once, in future_finish; a future with waiters is pending.
//
// Read next: gather.c, the first of the operations.
#include "loop/sched.h"

#include <assert.h>

// ---------------------------------------------------------------- lists of waiters

// The ring's last is first->prev: appending needs no second pointer in every future.
void waiter_ring_add(Waiter **ring, Waiter *waiter) {
    Waiter *first = *ring;
    if (first == NULL) {
        waiter->next = waiter->prev = waiter;
        *ring = waiter;
        return;
    }
    waiter->next = first;
    waiter->prev = first->prev;
    first->prev->next = waiter;
    first->prev = waiter;
}

void waiter_ring_remove(Waiter **ring, Waiter *waiter) {
    assert(*ring != NULL);
    if (waiter->next == waiter) {
        assert(*ring == waiter);
        *ring = NULL;
    } else {
        waiter->prev->next = waiter->next;
        waiter->next->prev = waiter->prev;
        if (*ring == waiter) {
            *ring = waiter->next;
        }
    }
    waiter->next = waiter->prev = NULL;
}

void future_add_waiter(Future *future, Waiter *waiter) {
    assert(future->state == FUTURE_PENDING);
    waiter_ring_add(&future->waiters, waiter);
}

void future_remove_waiter(Future *future, Waiter *waiter) {
    waiter_ring_remove(&future->waiters, waiter);
}

// In the order they came, behind whatever is ready: asyncio schedules done callbacks so.
void future_wake_all(Loop *loop, Future *future) {
    while (future->waiters != NULL) {
        Waiter *waiter = future->waiters;
        future_remove_waiter(future, waiter);
        if (waiter->kind == WAITER_TASK) {
            sched_make_ready(loop, task_of_waiter(waiter));
        } else {
            sched_push(loop, waiter);
        }
    }
}

void future_copy_outcome(Loop *loop, Future *future, const Future *from) {
    assert(from->state != FUTURE_PENDING);
    future->has_box = from->has_box;
    future_finish(loop, future, (FutureState)from->state, from->result);
}

// ---------------------------------------------------------------- the program's futures

Future *loop_future_new(Loop *loop) {
    PlainFuture *plain = mem_alloc(sizeof *plain);
    plain->future.self = vm_future_register(loop->vm, OBJ_FUTURE, &plain->future);
    if (plain->future.self == 0) {
        mem_free(plain);
        return NULL;
    }
    plain->next = loop->futures;
    if (plain->next != NULL) {
        plain->next->prev = plain;
    }
    loop->futures = plain;
    return &plain->future;
}

// Frees the on_done calls of a future that nobody will ever finish.
static void drop_calls(Future *future) {
    Waiter *first = future->waiters;
    Waiter *waiter = first;
    future->waiters = NULL;
    while (waiter != NULL) {
        Waiter *next = waiter->next == first ? NULL : waiter->next;
        if (waiter->kind == WAITER_CALL && (waiter->flags & CALL_ON_HEAP)) {
            mem_free((CallWaiter *)(void *)waiter);
        }
        waiter = next;
    }
}

// Of the loop's list, which exists only so that the session's end finds them.
static void plain_free(Loop *loop, PlainFuture *plain) {
    if (plain->prev != NULL) {
        plain->prev->next = plain->next;
    } else {
        loop->futures = plain->next;
    }
    if (plain->next != NULL) {
        plain->next->prev = plain->prev;
    }
    mem_free(plain);
}

// Nobody can finish it any more, so nobody can be waiting but calls that will never come.
void future_finalize(Loop *loop, Future *future) {
    assert(!future->is_task);
    PlainFuture *plain = (PlainFuture *)(void *)future;
    assert(plain->op == NULL); // an operation keeps its future
    drop_calls(future);
    plain_free(loop, plain);
}

static void drop_task_calls(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    (void)ctx;
    drop_calls(&task->future);
}

// Calls first, while the rings they stand in are whole; then operations, whose waiters
// are parts of them; then the futures.
void future_pool_deinit(Loop *loop) {
    for (Waiter *waiter = loop->ready_head; waiter != NULL;) {
        Waiter *next = waiter->next;
        if (waiter->kind == WAITER_CALL && (waiter->flags & CALL_ON_HEAP)) {
            mem_free((CallWaiter *)(void *)waiter);
        }
        waiter = next;
    }
    task_each(loop, drop_task_calls, NULL);
    for (PlainFuture *plain = loop->futures; plain != NULL; plain = plain->next) {
        drop_calls(&plain->future);
    }
    while (loop->operations != NULL) {
        operation_destroy(loop, loop->operations);
    }
    vec_free(loop->operation_slots);
    vec_free(loop->operation_free);
    while (loop->futures != NULL) {
        PlainFuture *plain = loop->futures;
        vm_future_release(loop->vm, &plain->future);
        plain_free(loop, plain);
    }
}

// The program's own: false is InvalidStateError in the caller's words.
bool future_set_result(Loop *loop, Future *future, Value value) {
    if (future->state != FUTURE_PENDING) {
        return false;
    }
    future_finish(loop, future, FUTURE_DONE, value);
    return true;
}

bool future_set_error(Loop *loop, Future *future, Ptr error, bool is_cancel) {
    if (future->state != FUTURE_PENDING) {
        return false;
    }
    future_finish(loop, future, is_cancel ? FUTURE_CANCELLED : FUTURE_FAILED,
                  (Value){.p = error});
    return true;
}

bool loop_cancel_future(Loop *loop, Future *future) {
    return task_cancel_future(loop, future);
}

bool future_belongs_to_operation(const Future *future) {
    return !future->is_task && ((const PlainFuture *)(const void *)future)->op != NULL;
}

// on_done of C code: a waiter with memory of its own, freed after the call.
typedef struct DoneCall {
    CallWaiter call;
    void (*done)(void *ctx, Future *future);
    max_align_t ctx[];
} DoneCall;

static void done_call(Loop *loop, CallWaiter *waiter) {
    (void)loop;
    DoneCall *call = (DoneCall *)(void *)waiter;
    call->done(call->ctx, waiter->future);
    mem_free(call);
}

void future_on_done(Loop *loop, Future *future, void (*done)(void *ctx, Future *future),
                    const void *ctx, size_t ctx_bytes) {
    DoneCall *call = mem_alloc(sizeof *call + ctx_bytes);
    call->done = done;
    memcpy(call->ctx, ctx, ctx_bytes);
    call->call.waiter.flags = CALL_ON_HEAP;
    future_call_when_done(loop, future, &call->call, done_call);
}

// ---------------------------------------------------------------- operations

void future_call_when_done(Loop *loop, Future *future, CallWaiter *waiter, CallFn call) {
    waiter->waiter.kind = WAITER_CALL;
    waiter->future = future;
    waiter->call = call;
    if (future->state == FUTURE_PENDING) {
        future_add_waiter(future, &waiter->waiter);
    } else {
        sched_push(loop, &waiter->waiter);
    }
}

void future_forget_call(Loop *loop, CallWaiter *waiter) {
    if (waiter->future->state == FUTURE_PENDING) {
        future_remove_waiter(waiter->future, &waiter->waiter);
        return;
    }
    sched_remove(loop, &waiter->waiter); // it is on its way already
}

// The future is a root from here on, through the operation (loop_mark_roots).
void *operation_new(Loop *loop, const OperationKind *kind, size_t size_bytes) {
    assert(size_bytes >= sizeof(Operation));
    Future *future = loop_future_new(loop);
    if (future == NULL) {
        return NULL;
    }
    Operation *op = mem_alloc(size_bytes);
    op->kind = kind;
    op->future = future;
    ((PlainFuture *)(void *)future)->op = op;
    op->next = loop->operations;
    if (op->next != NULL) {
        op->next->prev = op;
    }
    loop->operations = op;
    op->number = UINT32_MAX;
    return op;
}

void operation_destroy(Loop *loop, Operation *op) {
    operation_clear_timer(loop, op);
    if (op->number != UINT32_MAX) {
        loop->operation_slots.data[op->number] = NULL;
        vec_push(loop->operation_free, op->number);
    }
    if (op->prev != NULL) {
        op->prev->next = op->next;
    } else {
        loop->operations = op->next;
    }
    if (op->next != NULL) {
        op->next->prev = op->prev;
    }
    ((PlainFuture *)(void *)op->future)->op = NULL;
    mem_free(op->what);
    mem_free(op);
}

Operation *operation_find(Loop *loop, uint32_t number) {
    return number < loop->operation_slots.count ? loop->operation_slots.data[number]
                                                : NULL;
}

// A number for the timer's target; numbers are used again, sequences tell old from new.
static uint32_t operation_number(Loop *loop, Operation *op) {
    if (loop->operation_free.count > 0) {
        uint32_t number = loop->operation_free.data[--loop->operation_free.count];
        loop->operation_slots.data[number] = op;
        return number;
    }
    vec_push(loop->operation_slots, op);
    return loop->operation_slots.count - 1;
}

void operation_set_timer(Loop *loop, Operation *op, uint64_t deadline_ns) {
    assert(op->wake_seq == 0);
    if (op->number == UINT32_MAX) {
        op->number = operation_number(loop, op);
    }
    op->wake_seq = sched_add_timer(loop, deadline_ns, op->number | TIMER_OPERATION);
}

void operation_clear_timer(Loop *loop, Operation *op) {
    if (op->wake_seq != 0) {
        op->wake_seq = 0;
        sched_forget_timer(loop);
    }
}

// A timer that went off stands in the ready queue, as asyncio's do: who is in front of it
// may still make it void.
typedef struct DueCall {
    CallWaiter call; // its future: the operation's
    uint32_t number;
} DueCall;

static void due_call(Loop *loop, CallWaiter *waiter) {
    DueCall *due = (DueCall *)(void *)waiter;
    Operation *op = operation_find(loop, due->number);
    Future *future = waiter->future;
    mem_free(due);
    if (op != NULL && op->future == future) { // the number is not another's by now
        op->kind->due(loop, op);
    }
}

void operation_call_due(Loop *loop, Operation *op) {
    if (op->number == UINT32_MAX) {
        op->number = operation_number(loop, op);
    }
    DueCall *due = mem_alloc(sizeof *due);
    *due = (DueCall){.call = {.waiter = {.kind = WAITER_CALL, .flags = CALL_ON_HEAP},
                              .future = op->future,
                              .call = due_call},
                     .number = op->number};
    sched_push(loop, &due->call.waiter);
}

// asyncio's ensure_future.
Future *future_from_awaitable(Loop *loop, Ptr awaitable) {
    Future *future = vm_future(loop->vm, awaitable);
    if (future != NULL) {
        return future;
    }
    if (vm_coro(loop->vm, awaitable) == NULL) {
        vm_trap(loop->vm, awaitable == 0 ? TRAP_NULL_POINTER : TRAP_VALUE,
                "this is nothing that can be awaited");
        return NULL;
    }
    Task *task = loop_task_from_coro(loop, awaitable, NULL);
    return task != NULL ? &task->future : NULL;
}
