// future.h: futures that are not tasks, and operations made of several. Inner header of
// loop/.
//
//     gather(a, b):   future <--- Operation ---> CallWaiter on a, CallWaiter on b
//
// An Operation (gather, wait_for, ...) is C code between futures: it waits for some and
// finishes its own. It lives, and keeps everything it names alive, until the last of its
// parts is done, even when nobody wants its result any more: its parts' lists point into
// it. Cancelling its future is its own affair.
#ifndef LOOP_FUTURE_H
#define LOOP_FUTURE_H

#include "loop/task.h"

#include <assert.h>

typedef struct Operation Operation;

typedef struct OperationKind {
    const char *name; // as %ps says it: "gather"
    // Its future is asked to be cancelled. Either it is done with that at once (true, the
    // operation may be gone), or the pending parts are added to what is to be cancelled.
    bool (*cancel)(Loop *loop, Operation *op, FutureList *parts);
    void (*due)(Loop *loop, Operation *op); // its timer went off, or it asked for it
    void (*mark)(VM *vm, Operation *op);
    // Adds what it waits for, for whoever asks who waits for whom. NULL: nothing.
    void (*parts)(const Operation *op, FutureList *parts);
} OperationKind;

struct Operation {
    const OperationKind *kind;
    Operation *next, *prev; // of the loop's list
    Future *future;         // its outcome; a root while the operation lives
    uint32_t number;        // its timer's target
    uint32_t wake_seq;      // its timer's sequence, 0: none
    char *what; // as %ps says it, instead of its kind's name; NULL: that. Its own
};

// A future that is no task.
typedef struct PlainFuture {
    Future future;
    Operation *op; // that will finish it; NULL: the program does, or it is done
    struct PlainFuture *next, *prev; // of the loop's list
} PlainFuture;

// Appends to, takes out of, a ring of which the first is known.
void waiter_ring_add(Waiter **ring, Waiter *waiter);
void waiter_ring_remove(Waiter **ring, Waiter *waiter);
// Appends to the future's list; it must be pending.
void future_add_waiter(Future *future, Waiter *waiter);
void future_remove_waiter(Future *future, Waiter *waiter);
void future_wake_all(Loop *loop, Future *future); // future_finish's
// The one place where a future (or task) becomes done: its waiters become ready, in
// order.
static inline void future_finish(Loop *loop, Future *future, FutureState state,
                                 Value result) {
    assert(future->state == FUTURE_PENDING);
    assert(state != FUTURE_PENDING);
    future->state = (uint8_t)state;
    future->result = result;
    if (future->waiters != NULL) {
        future_wake_all(loop, future);
    }
}
// Like future_finish with another's outcome.
void future_copy_outcome(Loop *loop, Future *future, const Future *from);

// size_bytes: of the whole struct that begins with Operation; zeroed.
void *operation_new(Loop *loop, const OperationKind *kind, size_t size_bytes);
void operation_destroy(Loop *loop, Operation *op);
Operation *operation_find(Loop *loop, uint32_t number);
void operation_set_timer(Loop *loop, Operation *op, uint64_t deadline_ns);
void operation_clear_timer(Loop *loop, Operation *op);
// kind->due is called by the scheduler, behind what is ready, if the operation still
// lives then.
void operation_call_due(Loop *loop, Operation *op);
// Calls back when `future` is done, from the scheduler; `waiter` belongs to an operation.
// If it is done already, soon.
void future_call_when_done(Loop *loop, Future *future, CallWaiter *waiter, CallFn call);
// Takes the call back.
void future_forget_call(Loop *loop, CallWaiter *waiter);

// Any awaitable as a future: a coroutine object becomes a task. NULL after a trap.
Future *future_from_awaitable(Loop *loop, Ptr awaitable);
void future_finalize(Loop *loop, Future *future);
void future_pool_deinit(Loop *loop);

#endif
