// loop.c: the room's front desk: a session's loop is made and ended here, its roots shown
// to the collector, its clock read, and the waits that natives ask for are handed to the
// task they concern.
//
// Read next: sched.c (the loop itself).
#include "loop/block.h"
#include "loop/sched.h"

#include "base/limits.h"

#include <assert.h>

Loop *loop_new(VM *vm, const LoopHooks *hooks, void *uv_loop, bool virtual_clock,
               uint64_t seed) {
    assert(vm != NULL);
    Loop *loop = mem_alloc(sizeof *loop);
    loop->vm = vm;
    if (hooks != NULL) {
        loop->hooks = *hooks;
    }
    world_init(&loop->world, uv_loop);
    sockets_init(&loop->sockets, loop);
    clock_init(&loop->clock, virtual_clock);
    choose_init(&loop->choose, seed);
    vm_attach(vm, VM_SLOT_LOOP, loop);
    return loop;
}

// Not through the collector: handles may still exist, but nobody who could use them.
static void lose_visit(Loop *loop, Task *task, void *ctx) {
    (void)ctx;
    bool is_unseen = task->future.state == FUTURE_FAILED && !task->future.error_seen;
    if (is_unseen && loop->hooks.error_lost != NULL) {
        task->future.error_seen = 1;
        loop->hooks.error_lost(loop->hooks.ctx, task, task->future.result.p);
    }
}

void loop_report_errors(Loop *loop) {
    task_report_lost(loop);
    task_each(loop, lose_visit, NULL);
}

void loop_destroy(Loop **loop_at) {
    Loop *loop = *loop_at;
    if (loop == NULL) {
        return;
    }
    loop_report_errors(loop);
    sockets_deinit(&loop->sockets);
    task_each(loop, block_free_all, NULL);
    future_pool_deinit(loop);
    task_pool_deinit(loop);
    timer_deinit(&loop->timers);
    schedule_deinit(&loop->schedule);
    input_deinit(loop);
    world_deinit(&loop->world);
    vm_attach(loop->vm, VM_SLOT_LOOP, NULL);
    mem_free(loop);
    *loop_at = NULL;
}

Loop *loop_of(VM *vm) {
    return vm_attached(vm, VM_SLOT_LOOP);
}

// ---------------------------------------------------------------- the collector

// Every task that has not ended is a root, as in Trio: one that waits for what nobody can
// reach is shown by %ps rather than vanishing.
static void mark_task(Loop *loop, Task *task, void *ctx) {
    (void)ctx;
    if (task->waiter.state == TASK_ENDED) {
        if (task->future.state == FUTURE_FAILED && !task->future.error_seen) {
            vm_mark(loop->vm, task->future.result);
        }
        return;
    }
    vm_mark(loop->vm, (Value){.p = task->future.self});
    vm_mark(loop->vm, (Value){.p = task_error(task)});
    fiber_mark(loop->vm, task->future.body);
    if (task->waiter.wait == WAIT_FUTURE && task->awaited != NULL) {
        vm_mark(loop->vm, (Value){.p = task->awaited->self});
    }
    if (task_waits_sync(task)) {
        vm_mark(loop->vm, (Value){.p = task->sync->self});
    }
}

void loop_mark_roots(Loop *loop) {
    task_each(loop, mark_task, NULL);
    if (loop->callback.fiber != NULL) {
        fiber_mark(loop->vm, loop->callback.fiber);
    }
    vm_mark(loop->vm, loop->callback.result);
    for (Waiter *waiter = loop->ready_head; waiter != NULL; waiter = waiter->next) {
        if (waiter->kind == WAITER_CALL) {
            vm_mark(loop->vm, (Value){.p = ((CallWaiter *)(void *)waiter)->future->self});
        }
    }
    for (Operation *op = loop->operations; op != NULL; op = op->next) {
        vm_mark(loop->vm, (Value){.p = op->future->self});
        op->kind->mark(loop->vm, op);
    }
}

// ---------------------------------------------------------------- from other threads

void loop_stop(Loop *loop) {
    world_post_stop(&loop->world);
}

void loop_wake(Loop *loop) {
    world_wake(&loop->world);
}

void loop_interrupt(Loop *loop) {
    vm_interrupt(
        loop->vm); // first: when the scheduler sees our flag, the VM's is up or was taken
    world_post_interrupt(&loop->world);
}

// ---------------------------------------------------------------- waits of natives

// sleep(0) needs no timer: it goes to the end of the queue.
void loop_sleep(Loop *loop, double seconds, bool blocking) {
    Task *task = loop->running;
    assert(task != NULL);
    if (blocking) {
        sched_freeze(loop, task);
    }
    if (seconds > 0) {
        uint64_t deadline_ns = loop_deadline_ns(loop, seconds);
        loop->frozen_until_ns = blocking ? deadline_ns : loop->frozen_until_ns;
        task_wait_timer(loop, task, deadline_ns);
    } else {
        task->waiter.wait = WAIT_YIELD;
        sched_make_ready(loop, task);
    }
}

void loop_await(Loop *loop, Future *future) {
    assert(loop->running != NULL);
    task_wait_future(loop, loop->running, future);
}

// A task like any other, but one that all_tasks() does not show: asyncio's handles are
// none.
Task *loop_callback_new(Loop *loop, Fiber *fiber, uint64_t cell, uint64_t deadline_ns) {
    Task *task = task_new(loop, fiber, task_facts_born(loop, cell));
    if (task == NULL) {
        return NULL;
    }
    task->waiter.flags |= TASK_HIDDEN;
    if (deadline_ns == LOOP_SOON) {
        sched_make_ready(loop, task);
    } else if (deadline_ns == LOOP_NEXT) {
        task->waiter.state = TASK_READY;
        sched_push_front(loop, &task->waiter);
    } else {
        task_wait_timer(loop, task, deadline_ns);
        loop->timer_due |= deadline_ns <= loop_now_ns(loop);
    }
    return task;
}

bool loop_callback_cancel(Loop *loop, Task *task) {
    bool is_callback = (task->waiter.flags & TASK_HIDDEN) != 0; // a cast makes others
    bool is_over = (task->waiter.flags & (TASK_STARTED | TASK_CANCELLING)) != 0;
    return is_callback && !is_over && loop_cancel(loop, task);
}

// ---------------------------------------------------------------- the clock

uint64_t loop_now_ns(const Loop *loop) {
    return clock_now_ns(&loop->clock);
}

uint64_t loop_wall_ns(const Loop *loop) {
    return clock_wall_ns(&loop->clock);
}

void loop_cpu_times_ns(const Loop *loop, uint64_t *user, uint64_t *system) {
    (void)loop;
    clock_cpu_ns(user, system);
}

uint64_t loop_cpu_ns(const Loop *loop) {
    uint64_t user_ns;
    uint64_t system_ns;
    loop_cpu_times_ns(loop, &user_ns, &system_ns);
    return user_ns + system_ns;
}

bool loop_clock_is_virtual(const Loop *loop) {
    return loop->clock.is_virtual;
}

// Deadlines move to the new line with what remains of each wait.
void loop_clock_set_virtual(Loop *loop, bool is_virtual) {
    if (loop->clock.is_virtual == is_virtual) {
        return;
    }
    int64_t distance_ns = clock_set_virtual(&loop->clock, is_virtual);
    timer_shift(&loop->timers, distance_ns);
    loop->frozen_since_ns += (uint64_t)distance_ns;
    if (loop->frozen_until_ns != FROZEN_UNTIL_WOKEN) {
        loop->frozen_until_ns += (uint64_t)distance_ns;
    }
}

uint64_t loop_random(Loop *loop) {
    return choose_random(&loop->choose);
}

uint64_t loop_suspended_ns(const Loop *loop) {
    return loop->suspended_ns;
}

void loop_set_schedule_seed(Loop *loop, uint64_t seed) {
    choose_set_policy(&loop->choose, seed == 0 ? CHOOSE_FIFO : CHOOSE_SHUFFLE, seed);
}
