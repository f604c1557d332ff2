// sched.c: the scheduler: what runs next, and what happens when nothing can.
//
// Enters: ready tasks, timers, the world. Leaves: tasks run, hooks called. The loop
// itself is `run` below and reads as its definition; nothing else calls vm_run.
//
// Always holds: ready tasks run first in first out (choose.h may say otherwise); a timer
// that is due makes its task ready behind those that are, between two turns; a task in a
// blocking wait (`frozen`) lets nobody run and no other timer go off until it goes on.
//
// Read next: task.h (states), world.c (waiting), foreground.c (interrupt, deadlock).
#include "loop/sched.h"
#include "loop/block.h"

#include "base/limits.h"
#include <assert.h>
#include <math.h>

// Back edges and calls before the running task is stopped for a look at the clock,
// without being switched: a fraction of a millisecond, unless each of them takes long.
#ifdef CORA_STRESS_BUDGET
#define SCHED_BUDGET 1u
#else
#define SCHED_BUDGET (1u << 16)
#endif
// How long the world waits to be served by a task that runs on.
#define SCHED_POLL_NS 5000000u

#define TURNS_PER_SWITCH (LIMIT_TURNS_PER_POLL / LIMIT_SWITCHES_PER_POLL)

// ---------------------------------------------------------------- the ready queue

// One list of waiters for tasks and calls alike: asyncio's call_soon queue, whose order a
// program can see.
void sched_push(Loop *loop, Waiter *waiter) {
    waiter->next = NULL;
    if (loop->ready_tail == NULL) {
        loop->ready_head = waiter;
    } else {
        loop->ready_tail->next = waiter;
    }
    loop->ready_tail = waiter;
    loop->ready_count++;
}

void sched_push_front(Loop *loop, Waiter *waiter) {
    waiter->next = loop->ready_head;
    loop->ready_head = waiter;
    if (loop->ready_tail == NULL) {
        loop->ready_tail = waiter;
    }
    loop->ready_count++;
    loop->turn_left++;
}

void sched_make_ready(Loop *loop, Task *task) {
    assert(task->waiter.state != TASK_ENDED);
    task->waiter.state = TASK_READY;
    if (task == loop->frozen) { // it goes on where C would: before all that are queued
        assert(!loop->frozen_is_ready);
        loop->frozen_is_ready = true;
    } else {
        sched_push(loop, &task->waiter);
    }
}

void sched_freeze(Loop *loop, Task *task) {
    assert(loop->frozen == NULL);
    assert(task == loop->running);
    loop->frozen = task;
    loop->frozen_since_ns = loop_now_ns(loop);
    loop->frozen_until_ns = FROZEN_UNTIL_WOKEN;
    loop->frozen_at = vm_where(loop->vm);
}

// Takes out the waiter behind `before` (NULL: the first).
static void unlink_after(Loop *loop, Waiter *before, Waiter *waiter) {
    if (before == NULL) {
        loop->ready_head = waiter->next;
    } else {
        before->next = waiter->next;
    }
    if (loop->ready_tail == waiter) {
        loop->ready_tail = before;
    }
    loop->ready_count--;
    waiter->next = waiter->prev = NULL;
}

void sched_remove(Loop *loop, Waiter *waiter) {
    Waiter *before = NULL;
    uint32_t number = 0;
    for (Waiter *at = loop->ready_head; at != waiter; at = at->next) {
        assert(at != NULL);
        before = at;
        number++;
    }
    loop->turn_left -= number < loop->turn_left;
    unlink_after(loop, before, waiter);
}

// The queue's entry number `at`.
static Waiter *queue_take(Loop *loop, uint32_t at) {
    assert(at < loop->ready_count);
    Waiter *before = NULL;
    Waiter *waiter = loop->ready_head;
    for (uint32_t i = 0; i < at; i++) {
        before = waiter;
        waiter = waiter->next;
    }
    unlink_after(loop, before, waiter);
    return waiter;
}

// Mostly the first.
static Waiter *queue_next(Loop *loop) {
    if (loop->ready_count > 1 && UNLIKELY(schedule_is_asked(loop))) {
        return queue_take(loop, schedule_choose(loop));
    }
    Waiter *waiter = loop->ready_head;
    loop->ready_head = waiter->next;
    if (waiter->next == NULL) {
        loop->ready_tail = NULL;
    }
    loop->ready_count--;
    waiter->next = waiter->prev = NULL;
    return waiter;
}

static bool has_ready(const Loop *loop) {
    return loop->frozen != NULL ? loop->frozen_is_ready : loop->ready_head != NULL;
}

// ---------------------------------------------------------------- timers

// A timer is live as long as its target remembers its sequence (timer.h).
static bool timer_is_live(void *ctx, const Timer *timer) {
    Loop *loop = ctx;
    if (timer->target & TIMER_OPERATION) {
        const Operation *op = operation_find(loop, timer->target & ~TIMER_OPERATION);
        return op != NULL && op->wake_seq == timer->sequence;
    }
    return task_at(&loop->tasks, timer->target)->waiter.wake_seq == timer->sequence;
}

uint32_t sched_add_timer(Loop *loop, uint64_t deadline_ns, uint32_t target) {
    return timer_add(&loop->timers, deadline_ns, target);
}

void sched_forget_timer(Loop *loop) {
    timer_forget(&loop->timers, timer_is_live, loop);
}

uint64_t loop_deadline_ns(const Loop *loop, double seconds) {
    uint64_t now_ns = loop_now_ns(loop);
    if (!(seconds > 0)) {
        return now_ns;
    }
    double ns = seconds * 1e9;
    // 2^62 ns are 146 years: for ever.
    return ns >= 0x1p62 ? (uint64_t)1 << 62 : now_ns + (uint64_t)llround(ns);
}

static void fire(Loop *loop, const Timer *timer) {
    timer_pop(&loop->timers);
    if (timer->target & TIMER_OPERATION) {
        Operation *op = operation_find(loop, timer->target & ~TIMER_OPERATION);
        op->wake_seq = 0;
        operation_call_due(loop, op);
    } else {
        Task *task = task_at(&loop->tasks, timer->target);
        assert(task->waiter.state == TASK_WAITING);
        task->waiter.wake_seq = 0;
        sched_make_ready(loop, task);
    }
}

// A blocking sleep is over: nobody else's time comes while it lasts, as in C.
static bool fire_frozen(Loop *loop) {
    Task *task = loop->frozen;
    if (task->waiter.state != TASK_WAITING || loop->frozen_until_ns > loop_now_ns(loop)) {
        return false;
    }
    assert(task->waiter.wait == WAIT_TIMER);
    task_detach(loop, task);
    sched_make_ready(loop, task);
    return true;
}

// Everything that is due becomes ready, by deadline, then by age. False: nothing was.
static bool fire_due(Loop *loop) {
    if (loop->frozen != NULL) {
        return fire_frozen(loop);
    }
    Timer first;
    loop->timer_due = false;
    if (!timer_first(&loop->timers, timer_is_live, loop, &first)) {
        return false;
    }
    uint64_t now_ns = loop_now_ns(loop);
    bool any = false;
    while (first.deadline_ns <= now_ns) {
        fire(loop, &first);
        any = true;
        if (!timer_first(&loop->timers, timer_is_live, loop, &first)) {
            break;
        }
    }
    return any;
}

// ---------------------------------------------------------------- one step of a task

static void raise_at_wait(Loop *loop, Task *task, Ptr p) {
    const ErrorObj *error = vm_error(loop->vm, p);
    if ((task->waiter.flags & TASK_CANCELLING) && error != NULL &&
        error->kind == TRAP_CANCELLED && error->block == 0) {
        task->waiter.flags |= TASK_TOLD;
    }
    fiber_resume_error(task->future.body, p);
}

// The error the task is woken with. Since it was told that its waits end, a wider reason
// may have come: that one is thrown (block.h).
static Ptr take_pending_error(Loop *loop, Task *task) {
    Ptr p = task_error(task);
    task_set_error(task, 0);
    if (p != 0 && block_is_cancellation(loop, p)) {
        Ptr widest = block_wait_error(loop, task);
        p = widest != 0 ? widest : p;
    }
    return p;
}

// What the task awaited did not succeed. When it was cancelled because a block of the
// task ended its waits, the block's error says so.
static void raise_outcome(Loop *loop, Task *task, Future *awaited) {
    awaited->error_seen = 1;
    Ptr p = awaited->result.p;
    if (awaited->state == FUTURE_CANCELLED && task_blocks(task) != NULL) {
        Ptr own = block_wait_error(loop, task);
        p = own != 0 ? own : p;
    } else if (awaited->state == FUTURE_FAILED) {
        p = vm_error_copy(loop->vm, p);
    }
    raise_at_wait(loop, task, p);
}

// The same for a wait for a lock or its kin, which may go on.
static bool give_sync_value(Loop *loop, Task *task) {
    SyncOutcome outcome = {.error = take_pending_error(loop, task)};
    if (!sync_resume(loop, task, &outcome)) {
        return false;
    }
    if (outcome.error != 0) {
        raise_at_wait(loop, task, outcome.error);
    } else {
        fiber_resume_value(task->future.body, outcome.value);
    }
    return true;
}

// Tells the fiber what the wait it stopped at gives. False: the task waits again.
static bool give_wake_value(Loop *loop, Task *task) {
    if (task_waits_sync(task)) {
        return give_sync_value(loop, task);
    }
    WaitKind wait = (WaitKind)task->waiter.wait;
    Future *awaited = task->awaited;
    task->waiter.wait = WAIT_NONE;
    task->awaited = NULL;
    if (task_error(task) != 0) {
        raise_at_wait(loop, task, take_pending_error(loop, task));
        return true;
    }
    switch (wait) {
    case WAIT_NONE:
    default: // the others are not here
        break;
    case WAIT_TIMER:
    case WAIT_YIELD:
        fiber_resume_value(task->future.body, (Value){0});
        break;
    case WAIT_INPUT:
        fiber_resume_value(task->future.body, (Value){.i = input_is_line(loop)});
        break;
    case WAIT_FUTURE:
        assert(awaited->state != FUTURE_PENDING);
        if (awaited->state == FUTURE_DONE) {
            fiber_resume_value(task->future.body, awaited->result);
        } else {
            raise_outcome(loop, task, awaited);
        }
        break;
    }
    return true;
}

// Nobody needs to know how many a million ready ones are, and looking at them all would
// itself hold the loop.
#define NAMES_MAX 3
#define READY_MAX TIMER_DUE_MAX

// The first tasks but `task` that are ready, or that will be at the end of the turn,
// since their time has come; how many there are: READY_MAX or more are "many".
static uint32_t find_ready(Loop *loop, const Task *task, const Task *first[NAMES_MAX]) {
    uint32_t count = 0;
    Waiter *waiter = loop->ready_head;
    for (; waiter != NULL && count < READY_MAX; waiter = waiter->next) {
        if (waiter->kind == WAITER_TASK && task_of_waiter(waiter) != task) {
            if (count < NAMES_MAX) {
                first[count] = task_of_waiter(waiter);
            }
            count++;
        }
    }
    Timer due[TIMER_DUE_MAX];
    uint32_t due_count =
        timer_due(&loop->timers, timer_is_live, loop, loop_now_ns(loop), due);
    for (uint32_t i = 0; i < due_count; i++) {
        if (!(due[i].target & TIMER_OPERATION)) {
            if (count < NAMES_MAX) {
                first[count] = task_at(&loop->tasks, due[i].target);
            }
            count++;
        }
    }
    return count;
}

// ""B" was ready", ""B" and "C" were ready", ""B", "C", "D" and 3 more were ready"; "" when
// there are none.
static char *describe_ready(Loop *loop, const Task *task) {
    const Task *first[NAMES_MAX];
    uint32_t count = find_ready(loop, task, first);
    Str text = {0};
    for (uint32_t i = 0; i < count && i < NAMES_MAX; i++) {
        const char *between = i == 0 ? "" : i + 1 == count ? " and " : ", ";
        str_printf(&text, "%s\"%s\"", between, task_name(first[i]));
    }
    if (count > NAMES_MAX) {
        str_printf(&text, " and %s%u more", count >= READY_MAX ? "over " : "",
                   count - NAMES_MAX);
    }
    if (count > 0) {
        str_puts(&text, count == 1 ? " was ready" : " were ready");
    }
    return str_take(&text);
}

// A blocking wait is over: the learner is told who could have run meanwhile.
static void thaw(Loop *loop, Task *task) {
    loop->frozen = NULL;
    loop->frozen_is_ready = false;
    loop->timer_due = true; // perhaps: its time came meanwhile
    block_end_passed(loop, task);
    uint64_t held_ns = loop_now_ns(loop) - loop->frozen_since_ns;
    if (loop->hooks.blocked == NULL) {
        return;
    }
    char *others = describe_ready(loop, task);
    if (others[0] != '\0') {
        loop->hooks.blocked(loop->hooks.ctx, task, loop->frozen_at, held_ns, others);
    }
    mem_free(others);
}

// Somebody cancelled the task while it ran, or it is being cancelled (block.h) and waits
// again: what it has begun to wait for is cancelled at once, as asyncio does.
static void settle_cancel(Loop *loop, Task *task) {
    bool may_end = loop->tasks.facts.data[task->facts].blocks != NULL ||
                   (task->waiter.flags & TASK_CANCELLING);
    if (UNLIKELY(task_error(task) != 0 &&
                 (task == loop->frozen || block_is_shielded(task)) &&
                 block_is_cancellation(loop, task_error(task)))) {
        task_set_error(task, 0); // TASK_CANCELLING stays: at the next wait behind it
    }
    if (UNLIKELY(may_end) && task_error(task) == 0 && task != loop->frozen) {
        task_set_error(task, block_wait_error(loop, task));
    }
    Ptr error = task_error(task);
    if (error == 0 || task->waiter.state != TASK_WAITING) {
        return;
    }
    task_set_error(task, 0);
    if (task->waiter.wait != WAIT_FUTURE || !task_cancel_future(loop, task->awaited)) {
        task_wake(loop, task, error);
    }
}

// The running task has been told of an interrupt by the VM if its flag is no longer up.
static void take_interrupt(Loop *loop, const Task *ran) {
    if (LIKELY(!world_take_interrupt(&loop->world))) {
        return;
    }
    const Task *spared = vm_interrupt_pending(loop->vm) ? NULL : ran;
    vm_interrupt_clear(loop->vm);
    foreground_interrupt(loop, spared);
}

// Runs until the task waits or ends, or the last of those it has given a turn (see
// loop_yield): that one is running then. A budget that is used up only lets the world be
// served: tasks are not preempted.
static VmStop run_fiber(Loop *loop, Value *result) {
    const Task *told = NULL; // that it runs long
    uint64_t polled_ns = loop->real_ns;
    for (;;) {
        loop->is_in_order = !schedule_is_asked(loop);
        Fiber *body = loop->running->future.body;
        VmStop stop = vm_run(loop->vm, body, SCHED_BUDGET, result);
        Task *task = loop->running;
        if (stop == VM_PENDING && UNLIKELY(loop->callback.fiber != NULL)) {
            callback_run(loop, task);
            continue;
        }
        if (LIKELY(stop != VM_BUDGET)) {
            return stop;
        }
        uint64_t now_ns = clock_coarse_ns();
        if (told != task && now_ns - loop->real_ns >= LOOP_LONG_RUN_NS &&
            loop->hooks.running_long != NULL) {
            told = task;
            loop->hooks.running_long(loop->hooks.ctx, task);
        }
        if (now_ns - polled_ns >= SCHED_POLL_NS) {
            polled_ns = now_ns;
            world_poll(&loop->world);
        }
        if (world_stop_is_wanted(&loop->world)) {
            return VM_BUDGET;
        }
    }
}

// The task has run. Computing that takes long is told with who could have run meanwhile:
// also whose time came. The clock costs as much as all else a switch does, so it is not
// read after a run that was nothing; run_ready reads it every few of those.
static void clock_run(Loop *loop, Task *task) {
    if (vm_was_brief(loop->vm)) {
        return;
    }
    uint64_t began_ns = loop->real_ns;
    loop->real_ns = clock_coarse_ns();
    if (LIKELY(loop->real_ns - began_ns < LOOP_LONG_RUN_NS) ||
        loop->hooks.ran_long == NULL) {
        return;
    }
    loop->timer_due = true; // perhaps
    block_end_passed(loop, task);
    char *others = describe_ready(loop, task);
    loop->hooks.ran_long(loop->hooks.ctx, task, loop->real_ns - began_ns, others);
    mem_free(others);
    loop->real_ns = clock_coarse_ns(); // telling was not the next task's work
}

// CancelledError that leaves a task makes it a cancelled one, whoever raised it
// (asyncio).
static void end_failed(Loop *loop, Task *task, Value error) {
    const ErrorObj *object = vm_error(loop->vm, error.p);
    bool is_cancel = object != NULL && object->kind == TRAP_CANCELLED;
    task_end(loop, task, is_cancel ? FUTURE_CANCELLED : FUTURE_FAILED, error);
}

// When the task that has just run began to wait: on the loop's line, as exact as the
// reading that clock_run made. No division: this is done at every switch.
static float now_coarse_s(const Loop *loop) {
    const Clock *clock = &loop->clock;
    uint64_t start_ns = clock->is_virtual ? 0 : clock->start_ns;
    uint64_t now_ns = clock->is_virtual ? clock->virtual_now_ns : loop->real_ns;
    return now_ns > start_ns ? (float)(int64_t)(now_ns - start_ns) * 1e-9f : 0;
}

// asyncio's sleep is a future that a timer finishes: the timer's turn comes in the queue,
// and the task's behind it. So a callback that is due with it, or a cancellation, is
// first.
static bool has_timers_turn(const Loop *loop, const Task *task) {
    return task->waiter.wait == WAIT_TIMER && (task->waiter.flags & TASK_STARTED) &&
           task != loop->frozen;
}

static void pass_timers_turn(Loop *loop, Task *task) {
    task->waiter.wait = WAIT_YIELD;
    sched_push(loop, &task->waiter);
}

void sched_interrupt_sleep(Loop *loop, Task *task) {
    assert(task->waiter.state == TASK_READY);
    if (has_timers_turn(loop, task)) {
        sched_remove(loop, &task->waiter);
        pass_timers_turn(loop, task);
    }
}

// From one wait to the next. What the wait gives is told to the fiber only now, so that a
// cancel that comes while the task is ready still wins.
static void step(Loop *loop, Task *task) {
    assert(task->waiter.state == TASK_READY);
    assert(loop->running == NULL);
    if (has_timers_turn(loop, task)) {
        pass_timers_turn(loop, task);
        return;
    }
    if (task == loop->frozen) {
        thaw(loop, task);
    }
    if (task_error(task) != 0 && !(task->waiter.flags & TASK_STARTED)) {
        end_failed(loop, task,
                   (Value){.p = task_error(task)}); // cancelled before it began
        return;
    }
    if (task->waiter.flags & TASK_STARTED) {
        if (!give_wake_value(loop, task)) {
            return;
        }
    } else {
        task->waiter.wait = WAIT_NONE; // a callback waited for its time
        task->awaited = NULL;
    }
    task->waiter.flags |= TASK_STARTED;
    task->waiter.state = TASK_RUNNING;
    loop->running = task;
    Value result = {0};
    VmStop stop = run_fiber(loop, &result);
    task = loop->running;
    if (stop == VM_AWAIT) {
        task_wait_future(loop, task, vm_awaited(loop->vm));
    }
    loop->running = NULL;
    clock_run(loop, task);
    switch (stop) {
    case VM_DONE: // told to end, and there was no wait to tell it at: asyncio's too
        task_end(loop, task, task_error(task) != 0 ? FUTURE_CANCELLED : FUTURE_DONE,
                 task_error(task) != 0 ? (Value){.p = task_error(task)} : result);
        break;
    case VM_FAILED:
        end_failed(loop, task, result);
        break;
    case VM_AWAIT:
    case VM_PENDING:
        assert(task->waiter.state !=
               TASK_RUNNING); // whoever said "pending" has registered it
        task->future.since_s = now_coarse_s(loop);
        settle_cancel(loop, task);
        break;
    case VM_BUDGET: // the host wants loop_run to return: go on there next time
        task->waiter.state = TASK_READY;
        sched_push_front(loop, &task->waiter);
        break;
    }
    take_interrupt(loop, task);
}

// ---------------------------------------------------------------- a turn for the others
//
//     step -> vm_run -> A yields -> B yields -> A yields -> ... -> step goes on
//
// What the end of a step, run_ready and the beginning of the next step would do, without
// leaving the VM. It counts as a switch, so the world is served and timers come due as
// often as ever. Whatever makes it more than that goes the long way: a cancellation or
// block that may end the wait, a comparison that must not wait, a choice that is
// recorded, a run so long that it is told, a next one that waits for more than its turn.

// What the run that ends here counts as; 0: it was so long that it may have to be told.
static uint32_t turn_cost(Loop *loop) {
    VmTurn turn = vm_turn(loop->vm);
    if (LIKELY(turn == TURN_BRIEF)) {
        return 1;
    }
    uint64_t now_ns = clock_coarse_ns();
    if (turn == TURN_NONE || now_ns - loop->real_ns >= LOOP_LONG_RUN_NS) {
        return 0;
    }
    loop->real_ns = now_ns; // the next run begins
    return TURNS_PER_SWITCH;
}

static bool yields_plainly(const Loop *loop, const Task *task) {
    if (loop->turns + TURNS_PER_SWITCH >= LIMIT_TURNS_PER_POLL || loop->timer_due ||
        loop->callback.fiber != NULL || world_interrupt_is_wanted(&loop->world) ||
        (task->waiter.flags & (TASK_CANCELLING | TASK_HAS_ERROR)) ||
        (loop->last_block != 0 && task_blocks(task) != NULL)) {
        return false;
    }
    const Waiter *next = loop->ready_head;
    return next == NULL || (next->kind == WAITER_TASK && next->wait == WAIT_YIELD &&
                            !(next->flags & TASK_HAS_ERROR) && loop->is_in_order);
}

NativeResult loop_yield(Loop *loop) {
    Task *task = loop->running;
    uint32_t cost = yields_plainly(loop, task) ? turn_cost(loop) : 0;
    if (UNLIKELY(cost == 0)) {
        loop_sleep(loop, 0, false);
        return NATIVE_PENDING;
    }
    loop->turns += cost;
    loop->step_count++;
    Waiter *next = loop->ready_head;
    if (next == NULL) {
        return NATIVE_TURN;
    }
    task->waiter.wait = WAIT_YIELD;
    task->waiter.state = TASK_READY;
    sched_push(loop, &task->waiter);
    loop->turn_left = (loop->turn_left == 0 ? loop->ready_count : loop->turn_left) - 1;
    loop->ready_head = next->next; // there is one: the running task
    loop->ready_count--;
    next->next = next->prev = NULL;
    next->wait = WAIT_NONE;
    next->state = TASK_RUNNING;
    loop->running = task_of_waiter(next);
    vm_turn_to(loop->vm, loop->running->future.body);
    return NATIVE_TURN;
}

// ---------------------------------------------------------------- the loop

// A turn is asyncio's: what is in the queue when it begins. Timers whose time has come
// join at its end: had come when they were made (call_later(0, ...)), or came while a
// task held the loop. On the machine's clock, which is read now and then only, anybody's
// may.
static void begin_turn(Loop *loop) {
    if (UNLIKELY(loop->timer_due)) {
        fire_due(loop);
    }
    loop->turn_left = loop->ready_count;
}

// Runs ready tasks until there are none, a cell has ended, or it is time to look at the
// world.
static void run_ready(Loop *loop) {
    loop->real_ns = clock_coarse_ns();
    while (has_ready(loop) && loop->turns < LIMIT_TURNS_PER_POLL && !loop->cell_ended) {
        loop->turns += TURNS_PER_SWITCH;
        loop->step_count++;
        if (loop->frozen != NULL) {
            step(loop, loop->frozen);
            continue;
        }
        if (loop->turn_left == 0) {
            begin_turn(loop);
        }
        loop->turn_left--;
        Waiter *waiter = queue_next(loop);
        if (waiter->kind == WAITER_TASK) {
            step(loop, task_of_waiter(waiter));
        } else {
            CallWaiter *call = (CallWaiter *)(void *)waiter;
            call->call(loop, call);
        }
    }
    if (loop->turns >= LIMIT_TURNS_PER_POLL) {
        loop->turns = 0;
        world_poll(&loop->world);
        loop->timer_due = true; // perhaps
    }
}

// A task has failed and nobody waits for it: once nobody can reach it any more, its error
// is told. Looking costs a collection, so it is done when there is nothing else to do,
// and only while the heap is small (later: at the end of a cell); the result depends on
// nothing but the program.
#define LOST_HEAP_OBJECTS 100000
static void look_for_lost(Loop *loop) {
    loop->lost_due = false;
    if (vm_stats(loop->vm).heap_objects <= LOST_HEAP_OBJECTS ||
        loop->foreground_count == 0) {
        vm_collect(loop->vm);
    }
}

// Sleeps in epoll_wait; with nothing to wait for but other threads, without a timeout.
// Virtual time goes on only if somebody waits for it.
static void wait_for_world(Loop *loop, bool has_deadline, uint64_t deadline_ns) {
    uint64_t before_ns = loop_now_ns(loop);
    loop->turns = 0;
    if (!has_deadline) {
        world_wait(&loop->world, 0);
    } else {
        uint64_t began_ns = clock_real_ns();
        world_wait(&loop->world, clock_monotonic_ns(&loop->clock, deadline_ns));
        clock_waited(&loop->clock, clock_real_ns() - began_ns, deadline_ns);
    }
    if (loop->frozen == NULL) {
        loop->suspended_ns += loop_now_ns(loop) - before_ns;
    }
}

// Nobody runs, so nobody can see the time between: it is left out. It counts as a switch,
// so that the world is polled however many jumps follow each other.
static void jump(Loop *loop, uint64_t deadline_ns) {
    uint64_t before_ns = loop_now_ns(loop);
    clock_jump(&loop->clock, deadline_ns);
    if (loop->frozen == NULL) {
        loop->suspended_ns += loop_now_ns(loop) - before_ns;
    }
    loop->turns += TURNS_PER_SWITCH;
}

// When the next timer goes off. False: there is none.
static bool next_deadline(Loop *loop, uint64_t *deadline_ns) {
    if (loop->frozen != NULL) {
        *deadline_ns = loop->frozen_until_ns;
        return loop->frozen_until_ns != FROZEN_UNTIL_WOKEN;
    }
    Timer first;
    bool has_timer = timer_first(&loop->timers, timer_is_live, loop, &first);
    *deadline_ns = has_timer ? first.deadline_ns : 0;
    return has_timer;
}

// Nothing is ready and no timer is due. False: nothing ever will be, and the caller does
// not want to wait for more.
static bool rest(Loop *loop, bool until_idle) {
    if (loop->lost_due) {
        look_for_lost(loop);
        return true;
    }
    uint64_t deadline_ns;
    bool has_timer = next_deadline(loop, &deadline_ns);
    bool has_external = loop->input_waits.count > 0 || sockets_in_flight(&loop->sockets);
    bool is_asleep = loop->frozen != NULL && has_timer; // with the world
    if (has_timer && loop->clock.is_virtual && (!has_external || is_asleep)) {
        jump(loop, deadline_ns);
        return true;
    }
    if (!has_timer && !has_external) {
        if (loop->foreground_count > 0) {
            foreground_deadlock(loop);
            return true;
        }
        if (until_idle) {
            return false;
        }
    }
    wait_for_world(loop, has_timer, deadline_ns);
    return true;
}

// What other threads have left, and what the collector found.
static void take_news(Loop *loop) {
    take_interrupt(loop, NULL);
    input_take_mail(loop);
    sockets_tell(&loop->sockets);
    if (UNLIKELY(loop->lost != NULL)) {
        task_report_lost(loop);
    }
}

// The loop. `done` is asked again after every batch, and a batch ends when a cell does.
static void run(Loop *loop, bool (*done)(void *ctx), void *ctx, bool until_idle) {
    assert(loop->running == NULL);
    for (;;) {
        if (world_take_stop(&loop->world) || (done != NULL && done(ctx))) {
            break;
        }
        loop->cell_ended = false;
        take_news(loop);
        if (loop->turns >= LIMIT_TURNS_PER_POLL || has_ready(loop)) {
            run_ready(loop);
        } else if (!fire_due(loop) && !rest(loop, until_idle)) {
            break;
        }
    }
    if (loop->lost_due) { // before the caller goes on: a program may end here
        look_for_lost(loop);
    }
    task_report_lost(loop);
}

void loop_run(Loop *loop) {
    run(loop, NULL, NULL, false);
}

void loop_run_until(Loop *loop, bool (*done)(void *ctx), void *ctx) {
    run(loop, done, ctx, false);
}

void loop_run_idle(Loop *loop) {
    run(loop, NULL, NULL, true);
}
