// background.c: waiting for what cells have left running, as an operation like gather.
//
// Enters: a cell that wants to wait (%wait). Leaves: a future that is done when the last
// task that is no cell's own has ended, or when the time is up. Always holds: it never
// cancels anything.
//
// Read next: future.h (operations), watch's magics (who calls this).
#include "loop/sched.h"

#include <math.h>

typedef struct Drain {
    Operation op;
    Loop *loop;
} Drain;

uint32_t loop_background_count(const Loop *loop) {
    return loop->tasks.live_count - loop->foreground_count;
}

static void finish(Loop *loop, Operation *op) {
    Value left = {.u = loop_background_count(loop)};
    loop->drain_count--;
    if (op->future->state == FUTURE_PENDING) {
        future_finish(loop, op->future, FUTURE_DONE, left);
    }
    operation_destroy(loop, op);
}

static bool drain_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)parts;
    future_finish(loop, op->future, FUTURE_CANCELLED,
                  (Value){.p = task_cancel_error(loop)});
    finish(loop, op);
    return true;
}

static void drain_mark(VM *vm, Operation *op) {
    (void)vm;
    (void)op;
}

static void add_part(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    FutureList *parts = ctx;
    bool is_background = !(task->waiter.flags & TASK_FOREGROUND);
    if (is_background && task->waiter.state != TASK_ENDED) {
        vec_push(*parts, &task->future);
    }
}

static void drain_parts(const Operation *op, FutureList *parts) {
    task_each(((const Drain *)(const void *)op)->loop, add_part, parts);
}

static const OperationKind drain_kind = {"the background tasks", drain_cancel, finish,
                                         drain_mark, drain_parts};

void background_ended(Loop *loop) {
    if (loop_background_count(loop) > 0) {
        return;
    }
    for (Operation *op = loop->operations; op != NULL;) {
        Operation *next = op->next;
        if (op->kind == &drain_kind) {
            finish(loop, op);
        }
        op = next;
    }
}

Future *loop_wait_background(Loop *loop, double seconds) {
    Drain *drain = operation_new(loop, &drain_kind, sizeof *drain);
    if (drain == NULL) {
        return NULL;
    }
    drain->loop = loop;
    Operation *op = &drain->op;
    Future *future = op->future;
    loop->drain_count++;
    if (loop_background_count(loop) == 0) {
        finish(loop, op);
    } else if (isfinite(seconds)) {
        operation_set_timer(loop, op, loop_deadline_ns(loop, seconds));
    }
    return future;
}
