// ask.c: what others may ask about tasks and the loop while it runs: %ps, %loop, the
// proof of a deadlock. Nothing here changes anything.
//
// Read next: task.c, whose questions are about one task alone.
#include "loop/sched.h"

double task_waiting_since(const Task *task) {
    return (double)task->future.since_s;
}

bool task_has_started(const Task *task) {
    return (task->waiter.flags & TASK_STARTED) != 0;
}

const Fiber *task_fiber(const Task *task) {
    return task->future.state == FUTURE_PENDING ? task->future.body : NULL;
}

Task *task_lock_holder(const Task *task, Span *taken) {
    bool waits = task->waiter.state == TASK_WAITING && task_waits_sync(task);
    Task *holder = waits ? task_awaited(task) : NULL;
    if (holder != NULL) { // only a lock has one
        *taken = ((const Lock *)(const void *)task->sync)->taken;
    }
    return holder;
}

static bool holds(const FutureList *list, const Future *future) {
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->data[i] == future) {
            return true;
        }
    }
    return false;
}

// Operations are looked through: a gather of wait_fors is a wait for tasks. Above so many
// parts the rest is left out rather than searched for doubles.
#define PARTS_MAX 4096u
uint32_t task_each_awaited(Loop *loop, Task *task, void (*visit)(void *ctx, Task *task),
                           void *ctx) {
    (void)loop;
    if (task->waiter.state != TASK_WAITING) {
        return 0;
    }
    Task *holder = task_waits_sync(task) ? task_awaited(task) : NULL;
    if (holder != NULL) {
        visit(ctx, holder);
    }
    if (task->waiter.wait != WAIT_FUTURE) {
        return holder == NULL;
    }
    FutureList list = {0};
    uint32_t others = 0;
    vec_push(list, task->awaited);
    for (uint32_t i = 0; i < list.count && i < PARTS_MAX; i++) {
        Future *future = list.data[i];
        if (future->state != FUTURE_PENDING) {
            continue;
        }
        Task *awaited = task_of_future(future);
        if (awaited != NULL) {
            visit(ctx, awaited);
            continue;
        }
        const Operation *op = ((const PlainFuture *)(void *)future)->op;
        FutureList parts = {0};
        if (op != NULL && op->kind->parts != NULL) {
            op->kind->parts(op, &parts);
        } else {
            others++;
        }
        for (uint32_t k = 0; k < parts.count && list.count < PARTS_MAX; k++) {
            if (parts.count > 64 || !holds(&list, parts.data[k])) {
                vec_push(list, parts.data[k]);
            }
        }
        vec_free(parts);
    }
    vec_free(list);
    return others;
}

LoopStats loop_stats(Loop *loop) {
    uint32_t stale =
        loop->timers.stale < loop->timers.count ? loop->timers.stale : loop->timers.count;
    return (LoopStats){.ready = loop->ready_count,
                       .timers = loop->timers.count - stale,
                       .inputs = loop->input_waits.count,
                       .sockets = sockets_waits(&loop->sockets),
                       .tasks = loop->tasks.live_count,
                       .foreground = loop->foreground_count,
                       .switches = loop->step_count};
}
