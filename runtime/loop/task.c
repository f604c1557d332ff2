// task.c: tasks from their birth to the collection of their last handle; cancellation.
//
// Enters: a fiber ready to run. Leaves: a done future, and hooks that tell the spine.
// Always holds: a task that has not ended is a root of the collector; one that failed
// keeps its error alive until somebody took it; a cancelled task is told exactly once, at
// its wait, and its wait is undone first.
//
// Read next: sched.c, which runs them.
#include "loop/block.h"
#include "loop/sched.h"

#include <assert.h>
#include <stdlib.h>

// ---------------------------------------------------------------- birth and end

// Registered before it counts as in use: an object that fails to be made leaves no task.
// In the cell of the running task, at the place where that one is.
static inline uint32_t facts_inherited(Loop *loop) {
    Birth *last = &loop->tasks.last_birth;
    const Task *maker = loop->running;
    const void *at = vm_at(loop->vm);
    if (UNLIKELY(at == NULL || last->at != at || last->maker != maker->facts)) {
        uint32_t facts = task_facts_born(loop, task_cell(maker));
        *last = (Birth){at, maker->facts, facts};
    }
    return last->facts;
}

// A task in use, with its id and facts; everything else is zero.
static inline Task *take(Loop *loop, uint32_t facts) {
    TaskPool *pool = &loop->tasks;
    if (UNLIKELY(pool->free == NULL)) {
        task_pool_grow(pool);
    }
    Task *task = pool->free;
    pool->free = task->next_free;
    task->next_free = NULL;
    loop->last_task_id = (loop->last_task_id + 1) & TASK_ID_MASK;
    loop->last_task_id += loop->last_task_id == 0;
    task->id = loop->last_task_id & TASK_ID_MASK;
    task->facts = facts & TASK_FACTS_MASK;
    return task;
}

FORCE_INLINE Task *make(Loop *loop, Fiber *fiber, uint32_t facts) {
    assert(fiber != NULL);
    Task *task = take(loop, facts);
    task->future.self = vm_future_register(loop->vm, OBJ_TASK, &task->future);
    if (UNLIKELY(task->future.self == 0)) {
        task_pool_give(&loop->tasks, task);
        return NULL;
    }
    task->future.is_task = 1;
    task->future.body = fiber;
    static_assert(WAITER_TASK == 0 && TASK_READY == 0, "as the pool gives it");
    loop->tasks.live_count++;
    return task;
}

Task *task_new(Loop *loop, Fiber *fiber, uint32_t facts) {
    return make(loop, fiber, facts);
}

// Into the queue, and told. It has its name by now.
static inline void begin_in(Loop *loop, Task *task, uint64_t cell) {
    assert(task->waiter.state == TASK_READY);
    sched_push(loop, &task->waiter);
    if (LIKELY(loop->hooks.task_born != NULL)) {
        loop->hooks.task_born(loop->hooks.ctx, task, cell);
    }
}

static void begin(Loop *loop, Task *task) {
    begin_in(loop, task, task_facts(task)->cell);
}

Task *loop_task_new(Loop *loop, Fiber *fiber, const char *name, uint64_t cell,
                    bool is_foreground) {
    uint32_t facts =
        name != NULL ? task_facts_own(loop, cell) : task_facts_born(loop, cell);
    Task *task = task_new(loop, fiber, facts);
    if (task == NULL) {
        return NULL;
    }
    task_set_name(task, name);
    if (is_foreground) {
        task->waiter.flags = TASK_FOREGROUND;
        loop->foreground_count++;
        schedule_begin(loop, task);
    }
    begin(loop, task);
    return task;
}

// The running task's own, if there is one.
FORCE_INLINE Task *from_body(Loop *loop, Fiber *fiber, bool has_box) {
    uint32_t facts =
        loop->running != NULL ? facts_inherited(loop) : task_facts_born(loop, 0);
    Task *task = make(loop, fiber, facts);
    if (UNLIKELY(task == NULL)) {
        fiber_destroy(loop->vm, &fiber);
        return NULL;
    }
    task->future.has_box = has_box;
    return task;
}

// The facts of the task that makes it are looked at once: its cell is theirs.
Task *loop_spawn(Loop *loop, Fiber *fiber, bool has_box) {
    assert(loop->running != NULL);
    const TaskFacts *maker = task_facts(loop->running);
    uint64_t cell = maker->cell;
    bool is_in_block = maker->blocks != NULL;
    Task *task = from_body(loop, fiber, has_box);
    if (UNLIKELY(task == NULL)) {
        return NULL;
    }
    begin_in(loop, task, cell);
    if (UNLIKELY(is_in_block)) {
        loop_group_adopt(loop, task);
    }
    return task;
}

Task *loop_task_from_coro(Loop *loop, Ptr coro, const char *name) {
    const Coro *object = vm_coro(loop->vm, coro);
    bool has_box = object != NULL && object->proto->has_struct_result;
    Fiber *fiber = vm_coro_take(loop->vm, coro);
    Task *task = fiber != NULL ? from_body(loop, fiber, has_box) : NULL;
    if (task != NULL) {
        task_set_name(task, name);
        begin(loop, task);
    }
    return task;
}

// What a foreground task's end means, and a failure that nobody waits for.
static void note_end(Loop *loop, Task *task, FutureState state, Ptr error) {
    if (task->waiter.flags & TASK_FOREGROUND) {
        loop->foreground_count--;
        loop->cell_ended = true;
        task->future.error_seen = 1;              // the hook hands it to the cell
        loop->lost_due |= loop->unseen_count > 0; // the cell may have had the last handle
    } else if (state == FUTURE_FAILED && task->future.waiters == NULL) {
        if (foreground_exit(loop, task, error)) {
            task->future.error_seen = 1;
        } else {
            task->waiter.flags |= TASK_UNSEEN;
            loop->unseen_count++;
            loop->lost_due = true;
        }
    }
    bool swallowed = state == FUTURE_DONE && (task->waiter.flags & TASK_TOLD) != 0;
    if (swallowed && loop->hooks.cancel_swallowed != NULL) {
        loop->hooks.cancel_swallowed(loop->hooks.ctx, task);
    }
}

void task_end(Loop *loop, Task *task, FutureState state, Value result) {
    assert(task->waiter.state != TASK_ENDED);
    assert(state != FUTURE_PENDING);
    fiber_destroy(loop->vm, &task->future.body);
    const TaskFacts *facts = task_facts(task);
    uint64_t cell = facts->cell;
    bool is_scheduled = facts->name != NULL || task->id == loop->schedule.now.first_task;
    if (UNLIKELY(facts->blocks != NULL)) {
        block_drop_all(loop, task);
    }
    task->waiter.state = TASK_ENDED;
    task->awaited = NULL;
    task_drop_error(task);
    loop->tasks.live_count--;
    if (UNLIKELY(state != FUTURE_DONE ||
                 (task->waiter.flags & (TASK_FOREGROUND | TASK_TOLD)))) {
        note_end(loop, task, state, result.p);
    }
    future_finish(loop, &task->future, state, result);
    if (UNLIKELY(loop->drain_count > 0)) {
        background_ended(loop);
    }
    if (UNLIKELY(is_scheduled)) {
        schedule_task_ended(loop, task);
    }
    if (LIKELY(loop->hooks.task_ended != NULL)) {
        loop->hooks.task_ended(loop->hooks.ctx, task, cell,
                               state == FUTURE_DONE ? 0 : result.p);
    }
}

// The last handle is gone. An error that nobody took is told later, from the scheduler.
static inline void finalize_task(Loop *loop, Task *task) {
    assert(task_in_use(task));
    assert(task->waiter.state == TASK_ENDED); // all others are roots
    if (LIKELY(task->future.state == FUTURE_DONE)) {
        task_pool_give(&loop->tasks, task);
        return;
    }
    loop->unseen_count -= (task->waiter.flags & TASK_UNSEEN) != 0;
    if (task->future.state != FUTURE_FAILED || task->future.error_seen) {
        task_pool_give(&loop->tasks, task);
        return;
    }
    // Its error is alive (loop_mark_roots) and stays so; the sweep that is going on must
    // not call out.
    task->next_lost = NULL;
    if (loop->lost == NULL) {
        loop->lost = task;
    } else {
        loop->lost_last->next_lost = task;
    }
    loop->lost_last = task;
}

void loop_finalize_task(Loop *loop, Future *future) {
    if (future->is_task) {
        future->self = 0;
        finalize_task(loop, task_of_future(future));
    } else {
        future_finalize(loop, future);
    }
}

void task_report_lost(Loop *loop) {
    while (loop->lost != NULL) {
        Task *task = loop->lost;
        task->future.error_seen = 1;
        if (loop->hooks.error_lost != NULL) {
            loop->hooks.error_lost(loop->hooks.ctx, task, task->future.result.p);
        }
        loop->lost = task->next_lost;
        task_pool_give(&loop->tasks, task);
    }
}

// ---------------------------------------------------------------- waiting

// Errors are few: a task that has one gets facts of its own.
void task_set_error(Task *task, Ptr error) {
    if (error != 0) {
        task_own(task)->pending_error = error;
        task->waiter.flags |= TASK_HAS_ERROR;
    } else if (task->waiter.flags & TASK_HAS_ERROR) {
        task_own(task)->pending_error = 0;
        task->waiter.flags &= (uint8_t)~TASK_HAS_ERROR;
    }
}

// Waiting for oneself would be a deadlock that no other task could see: asyncio's
// RuntimeError instead.
void task_wait_future(Loop *loop, Task *task, Future *future) {
    assert(task == loop->running);
    task->waiter.wait = WAIT_FUTURE;
    task->awaited = future;
    if (future == &task->future) {
        task_set_error(task,
                       vm_error_new(loop->vm, TRAP_RUNTIME, NULL, 0,
                                    "task \"%s\" cannot await itself", task_name(task)));
        sched_make_ready(loop, task);
    } else if (future->state != FUTURE_PENDING) {
        sched_make_ready(loop, task);
    } else {
        task->waiter.state = TASK_WAITING;
        future_add_waiter(future, &task->waiter);
    }
}

void task_wait_timer(Loop *loop, Task *task, uint64_t deadline_ns) {
    assert(task->waiter.wake_seq == 0);
    task->waiter.wait = WAIT_TIMER;
    task->waiter.state = TASK_WAITING;
    if (task != loop->running) { // else the scheduler says so when it stops
        task->future.since_s = (float)((double)loop_now_ns(loop) / 1e9);
    }
    task->waiter.wake_seq = sched_add_timer(loop, deadline_ns, task_slot(task));
}

// Undoes the wait, wherever it stands: nothing can wake the task twice.
void task_detach(Loop *loop, Task *task) {
    assert(task->waiter.state == TASK_WAITING);
    switch ((WaitKind)task->waiter.wait) {
    case WAIT_TIMER:
        task->waiter.wake_seq = 0;
        sched_forget_timer(loop);
        break;
    case WAIT_FUTURE:
        future_remove_waiter(task->awaited, &task->waiter);
        break;
    case WAIT_INPUT:
        input_cancel(loop, task);
        break;
    case WAIT_SYNC:
    case WAIT_RELOCK:
    case WAIT_RELOCK_FAILING:
        sync_leave(task);
        break;
    case WAIT_GONE: // these two only with another, of a task that is ready
    case WAIT_GIVEN:
    case WAIT_NONE:
    case WAIT_YIELD:
        break;
    }
}

void task_wake(Loop *loop, Task *task, Ptr error) {
    task_detach(loop, task);
    if (task->waiter.wait == WAIT_TIMER) {
        task->waiter.wait = WAIT_YIELD; // no timer's turn has to come any more
    }
    task_set_error(task, error);
    sched_make_ready(loop, task);
}

// ---------------------------------------------------------------- cancelling

Ptr task_cancel_error(Loop *loop) {
    Ptr error = vm_error_new(loop->vm, TRAP_CANCELLED, NULL, 0, "the task was cancelled");
    if (error != 0) {
        vm_error(loop->vm, error)->cause = vm_call_where(loop->vm);
    }
    return error;
}

// Tells one task that is not waiting for another future. A running one is told at its
// next wait (settle_cancel), and if there is none, it ends cancelled.
static void cancel_leaf(Loop *loop, Task *task) {
    const ErrorObj *pending = vm_error(loop->vm, task_error(task));
    if (task->waiter.state == TASK_WAITING) {
        task_wake(loop, task, task_cancel_error(loop));
    } else if (pending == NULL || pending->block != 0) { // a deadline gives way (asyncio)
        task_set_error(task, task_cancel_error(loop));
        if (task->waiter.state == TASK_READY) {
            sched_interrupt_sleep(loop, task);
        }
    }
}

// What cancelling one thing comes to: a tree, in the order of asyncio's recursion.
typedef struct CancelNode {
    Future *future;
    uint32_t parent; // the node that waits for it
    bool is_told;    // it or something below it
    bool passes_on;  // a task: told itself if nothing below is
} CancelNode;

// A step that is still to be made: down to a future, or back to a node whose parts are
// done with.
typedef struct CancelStep {
    Future *future; // NULL: back
    uint32_t node;  // down: the parent
} CancelStep;

typedef struct CancelWalk {
    VEC(CancelNode) seen;
    VEC(CancelStep) ahead; // the next one last
    FutureList parts;      // of the one that is looked at
} CancelWalk;

// The walk comes to a task again: in a ring of tasks that wait for each other, or because
// several wait for it. It is told already, unless it is still to be seen who is.
static bool is_told_elsewhere(const CancelWalk *walk, const CancelNode *node) {
    for (uint32_t at = node->parent;; at = walk->seen.data[at].parent) {
        if (walk->seen.data[at].future == node->future) {
            return false;
        }
        if (at == 0) {
            return true;
        }
    }
}

static void cancel_task(Loop *loop, Task *task, CancelWalk *walk, CancelNode *node) {
    if (task->waiter.flags & TASK_MARKED) {
        node->is_told = is_told_elsewhere(walk, node);
        return;
    }
    task->waiter.flags |= TASK_CANCELLING;
    if (block_is_shielded(task)) {
        node->is_told = true; // when it leaves the shield
        return;
    }
    task->waiter.flags |= TASK_MARKED;
    if (task->waiter.state == TASK_WAITING && task->waiter.wait == WAIT_FUTURE) {
        node->passes_on = true;
        vec_push(walk->parts, task->awaited);
    } else {
        cancel_leaf(loop, task);
        node->is_told = true;
    }
}

// One step of the walk: tells `node`, or adds what it waits for to the walk's parts.
static void cancel_one(Loop *loop, CancelWalk *walk, CancelNode *node) {
    Future *future = node->future;
    Task *task = task_of_future(future);
    PlainFuture *plain = (PlainFuture *)(void *)future;
    if (future->state != FUTURE_PENDING) {
        return;
    }
    if (task != NULL) {
        cancel_task(loop, task, walk, node);
    } else if (plain->op != NULL) {
        node->is_told = plain->op->kind->cancel(loop, plain->op, &walk->parts);
    } else {
        future_finish(loop, future, FUTURE_CANCELLED,
                      (Value){.p = task_cancel_error(loop)});
        node->is_told = true;
    }
}

static void walk_down(Loop *loop, CancelWalk *walk, CancelStep step) {
    CancelNode node = {.future = step.future, .parent = step.node};
    walk->parts.count = 0;
    cancel_one(loop, walk, &node);
    uint32_t at = walk->seen.count;
    vec_push(walk->seen, node);
    vec_push(walk->ahead, ((CancelStep){.node = at}));
    for (uint32_t i = walk->parts.count; i-- > 0;) {
        vec_push(walk->ahead, ((CancelStep){walk->parts.data[i], at}));
    }
}

// A task that waits for nothing that could be told is told itself: in a ring of tasks
// that wait for each other, the last one.
static void walk_back(Loop *loop, CancelWalk *walk, CancelStep step) {
    CancelNode *node = &walk->seen.data[step.node];
    if (node->passes_on && !node->is_told) {
        cancel_leaf(loop, task_of_future(node->future));
        node->is_told = true;
    }
    walk->seen.data[node->parent].is_told |= node->is_told;
}

// asyncio: a task that awaits cancels what it awaits, and the CancelledError comes back
// up through the chain. The walk is a list, not a recursion: chains are as long as the
// program likes.
bool task_cancel_future(Loop *loop, Future *future) {
    CancelWalk walk = {0};
    walk_down(loop, &walk, (CancelStep){.future = future}); // its own parent
    while (walk.ahead.count > 0) {
        CancelStep step = walk.ahead.data[--walk.ahead.count];
        if (step.future != NULL) {
            walk_down(loop, &walk, step);
        } else {
            walk_back(loop, &walk, step);
        }
    }
    for (uint32_t i = 0; i < walk.seen.count; i++) {
        Task *task = task_of_future(walk.seen.data[i].future);
        if (task != NULL) {
            task->waiter.flags &= (uint8_t)~TASK_MARKED;
        }
    }
    bool is_told = walk.seen.data[0].is_told;
    vec_free(walk.seen);
    vec_free(walk.ahead);
    vec_free(walk.parts);
    return is_told;
}

bool loop_cancel(Loop *loop, Task *task) {
    return task_cancel_future(loop, &task->future);
}

// asyncio.run's last act. Foreground tasks too: the host ends the session.
static void cancel_visit(Loop *loop, Task *task, void *ctx) {
    (void)ctx;
    if (task->waiter.state != TASK_ENDED) {
        loop_cancel(loop, task);
    }
}

void loop_cancel_all(Loop *loop) {
    task_each(loop, cancel_visit, NULL);
}

// ---------------------------------------------------------------- questions

Future *task_future(Task *task) {
    return &task->future;
}

Ptr task_handle(Task *task) {
    return task->future.self;
}

uint64_t task_id(const Task *task) {
    return task->id;
}

uint64_t task_cell(const Task *task) {
    return task_facts(task)->cell;
}

// "Task-12". By hand: tasks are born faster than printf is done.
static char *default_name(uint64_t id) {
    static const char prefix[] = "Task-";
    char digits[24];
    char *at = digits + sizeof digits;
    *--at = '\0';
    for (; id > 0 || *at == '\0'; id /= 10) {
        *--at = (char)('0' + id % 10);
    }
    size_t size_bytes = (size_t)(digits + sizeof digits - at);
    char *name = mem_resize(NULL, sizeof prefix - 1 + size_bytes);
    memcpy(name, prefix, sizeof prefix - 1);
    memcpy(name + sizeof prefix - 1, at, size_bytes);
    return name;
}

const char *task_known_name(const Task *task) {
    return task_facts(task)->name;
}

const char *task_name(const Task *task) {
    // The name is a cache: making it changes nothing anybody can see.
    if (task_facts(task)->name == NULL) {
        task_own((Task *)(uintptr_t)task)->name = default_name(task->id);
    }
    return task_facts(task)->name;
}

void task_set_name(Task *task, const char *name) {
    if (name != NULL || task_facts(task)->name != NULL) {
        TaskFacts *facts = task_own(task);
        mem_free(facts->name);
        facts->name = name != NULL ? mem_strdup(name) : NULL;
    }
}

Span task_created(const Task *task) {
    return task_facts(task)->created;
}

uint32_t task_loop_number(const Task *task) {
    return task_facts(task)->loop_number;
}

void task_set_loop_number(Task *task, uint32_t number) {
    task_own(task)->loop_number = number;
}

bool task_swallowed_cancel(const Task *task) {
    return task->future.state == FUTURE_DONE && (task->waiter.flags & TASK_TOLD) != 0;
}

bool task_is_foreground(const Task *task) {
    return (task->waiter.flags & TASK_FOREGROUND) != 0;
}

bool task_is_hidden(const Task *task) {
    return (task->waiter.flags & TASK_HIDDEN) != 0;
}

TaskState task_state(const Task *task) {
    return (TaskState)task->waiter.state;
}

Task *task_from_ptr(VM *vm, Ptr p) {
    Future *future = vm_future(vm, p);
    return future != NULL ? task_of_future(future) : NULL;
}

Task *loop_current(Loop *loop) {
    return loop->running;
}

Task *task_awaited(const Task *task) {
    if (task->waiter.state == TASK_WAITING && task_waits_sync(task)) {
        return sync_owner(task->sync);
    }
    bool waits = task->waiter.state == TASK_WAITING && task->waiter.wait == WAIT_FUTURE;
    return waits ? task_of_future(task->awaited) : NULL;
}

char *task_waiting_on(const Loop *loop, const Task *task) {
    if (task->waiter.state != TASK_WAITING) {
        return mem_strdup("");
    }
    switch ((WaitKind)task->waiter.wait) {
    case WAIT_TIMER:
        return mem_printf(
            "sleep until %.2f",
            (double)timer_deadline_ns(&loop->timers, task->waiter.wake_seq) / 1e9);
    case WAIT_INPUT:
        return mem_strdup("input");
    case WAIT_SYNC:
    case WAIT_RELOCK:
    case WAIT_RELOCK_FAILING:
        return sync_describe(task->sync);
    case WAIT_GONE:
    case WAIT_GIVEN:
    case WAIT_FUTURE:
        break;
    case WAIT_NONE:
    case WAIT_YIELD:
        return mem_strdup("");
    }
    Task *awaited = task_of_future(task->awaited);
    if (awaited != NULL) {
        return mem_printf("task \"%s\"", task_name(awaited));
    }
    const PlainFuture *plain = (const PlainFuture *)(const void *)task->awaited;
    const Operation *op = plain->op;
    return mem_strdup(op == NULL         ? "a future"
                      : op->what != NULL ? op->what
                                         : op->kind->name);
}

typedef VEC(Task *) TaskList;

static void collect_live(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    TaskList *list = ctx;
    if (task->waiter.state != TASK_ENDED) {
        vec_push(*list, task);
    }
}

static int by_age(const void *a, const void *b) {
    const Task *x = *(Task *const *)a;
    const Task *y = *(Task *const *)b;
    return x->id < y->id ? -1 : x->id > y->id;
}

// Collected first, then visited: the visitor may cancel or make tasks.
void loop_each_task(Loop *loop, void (*visit)(void *ctx, Task *task), void *ctx) {
    TaskList list = {0};
    task_each(loop, collect_live, &list);
    if (list.count > 1) {
        qsort(list.data, list.count, sizeof *list.data, by_age);
    }
    for (uint32_t i = 0; i < list.count; i++) {
        visit(ctx, list.data[i]);
    }
    vec_free(list);
}
