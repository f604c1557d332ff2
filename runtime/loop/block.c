// block.c: taskgroup, deadline and shield: which waits of a task throw, and what a group
// waits for.
//
// Enters: calls of the natives that the compiler puts around such a block
// (lib/lib_error.c), ends of a group's tasks, deadlines that pass. Leaves: errors at the
// waits of the task inside, cancelled tasks, and the error that goes on behind a group's
// brace.
//
// Always holds: a group's future is done after the last of its tasks; the error that
// leaves a group is the first one in time, the others are notes on it. The order is
// asyncio's (TaskGroup, timeout), which Python 3.11 confirmed.
//
// Read next: block.h (the rule), sched.c's settle_cancel, which asks it.
#include "loop/block.h"
#include "loop/sched.h"

#include <assert.h>
#include <math.h>

typedef struct Deadline {
    Operation op;
    Block block;
    double seconds;
} Deadline;

typedef struct TaskGroup TaskGroup;

// A task of a group, until the group has seen its end.
typedef struct GroupPart {
    CallWaiter call; // first: freed through it (CALL_ON_HEAP)
    TaskGroup *group;
    struct GroupPart *next, *prev;
} GroupPart;

struct TaskGroup {
    Operation op;
    Block block;
    GroupPart *first, *last; // by age
    Ptr error;               // the first one; 0: none
    bool is_cancelled;       // while it was leaving
    bool gives_way;          // to what is no error of the program: an interrupt, exit()
};

static Deadline *deadline_of(Block *block) {
    return (Deadline *)(void *)((char *)block - offsetof(Deadline, block));
}

static TaskGroup *group_of(Block *block) {
    return (TaskGroup *)(void *)((char *)block - offsetof(TaskGroup, block));
}

// ---------------------------------------------------------------- the rule

static Ptr error_of_block(Loop *loop, const Block *block) {
    Ptr error;
    if (block->kind == BLOCK_DEADLINE) {
        const Deadline *deadline = deadline_of((Block *)(uintptr_t)block);
        error = vm_error_new(loop->vm, TRAP_TIMEOUT, NULL, 0, "not done within %g s",
                             deadline->seconds);
    } else {
        error = vm_error_new(loop->vm, TRAP_CANCELLED, NULL, 0,
                             "another task of the taskgroup failed");
    }
    vm_error(loop->vm, error)->block = block->number;
    return error;
}

Ptr block_wait_error(Loop *loop, const Task *task) {
    const Block *widest = NULL;
    const Block *at = task_blocks(task);
    for (; at != NULL && at->kind != BLOCK_SHIELD; at = at->outer) {
        if (at->ends_waits && !at->is_leaving) {
            widest = at;
        }
    }
    if (at == NULL && (task->waiter.flags & TASK_CANCELLING)) {
        return task_cancel_error(loop);
    }
    return widest != NULL ? error_of_block(loop, widest) : 0;
}

bool block_is_cancellation(Loop *loop, Ptr p) {
    const ErrorObj *error = vm_error(loop->vm, p);
    return error != NULL && (error->kind == TRAP_CANCELLED || error->block != 0);
}

bool block_is_shielded(const Task *task) {
    const Block *at = task_blocks(task);
    while (at != NULL && at->kind != BLOCK_SHIELD) {
        at = at->outer;
    }
    return at != NULL;
}

// A block of the task has just ended its waits: the one that is going on, too. What it
// awaits is cancelled, and the error comes when that has ended.
static void end_wait(Loop *loop, Task *task) {
    if (task == loop->frozen || task == loop->running) {
        return; // at its next wait
    }
    Ptr error = block_wait_error(loop, task);
    if (error == 0) {
        return;
    }
    if (task->waiter.state == TASK_READY) {
        const ErrorObj *pending = vm_error(loop->vm, task_error(task));
        if (pending == NULL || pending->block != 0) { // the widest block's (asyncio)
            task_set_error(task, error);
            sched_interrupt_sleep(loop, task);
        }
    } else if (task->waiter.wait != WAIT_FUTURE ||
               !task_cancel_future(loop, task->awaited)) {
        task_wake(loop, task, error);
    }
}

// ---------------------------------------------------------------- entering, leaving

// The running task is inside from here on. False after a trap.
static bool may_enter(Loop *loop, const char *word) {
    if (!vm_is_by_hand(loop->vm)) {
        return true;
    }
    vm_trap(loop->vm, TRAP_RUNTIME,
            "`%s` guards a task, but this coroutine is driven by hand with next()", word);
    return false;
}

static void push(Loop *loop, Block *block, BlockKind kind) {
    Task *task = loop->running;
    assert(task != NULL);
    TaskFacts *facts = task_own(task);
    if (++loop->last_block == 0) {
        loop->last_block = 1;
    }
    *block = (Block){.outer = facts->blocks,
                     .task = task,
                     .number = loop->last_block,
                     .kind = (uint8_t)kind};
    facts->blocks = block;
}

static void drop(Loop *loop, Block *block);

// The task's block of that number, the innermost one now: those inside were left by a
// longjmp. NULL: it is gone.
static Block *find(Loop *loop, Task *task, uint32_t number) {
    Block *at = task_blocks(task);
    while (at != NULL && at->number != number) {
        at = at->outer;
    }
    while (at != NULL && task_blocks(task) != at) {
        drop(loop, task_blocks(task));
    }
    return at;
}

static void unlink_block(Block *block) {
    Block **link = &task_own(block->task)->blocks;
    while (*link != block) {
        link = &(*link)->outer;
    }
    *link = block->outer;
    block->task = NULL;
}

uint32_t loop_shield_enter(Loop *loop) {
    if (!may_enter(loop, "shield")) {
        return 0;
    }
    Block *block = mem_alloc(sizeof *block);
    push(loop, block, BLOCK_SHIELD);
    return block->number;
}

void loop_block_leave(Loop *loop, uint32_t number) {
    Block *block = find(loop, loop->running, number);
    if (block != NULL) {
        drop(loop, block);
    }
}

// ---------------------------------------------------------------- deadline

static bool no_cancel(Loop *loop, Operation *op, FutureList *parts) {
    (void)loop;
    (void)op;
    (void)parts;
    return true; // its future is nobody's
}

static void deadline_due(Loop *loop, Operation *op) {
    Deadline *deadline = (Deadline *)(void *)op;
    deadline->block.ends_waits = true;
    end_wait(loop, deadline->block.task);
}

void block_end_passed(Loop *loop, Task *task) {
    for (Block *at = task_blocks(task); at != NULL; at = at->outer) {
        if (at->kind != BLOCK_DEADLINE || at->ends_waits) {
            continue;
        }
        Deadline *deadline = (Deadline *)(void *)((char *)at - offsetof(Deadline, block));
        uint64_t due_ns = timer_deadline_ns(&loop->timers, deadline->op.wake_seq);
        if (due_ns <= loop_now_ns(loop)) {
            operation_clear_timer(loop, &deadline->op);
            at->ends_waits = true;
        }
    }
}

static void deadline_mark(VM *vm, Operation *op) {
    (void)vm;
    (void)op;
}

static const OperationKind deadline_kind = {"deadline", no_cancel, deadline_due,
                                            deadline_mark, NULL};

uint32_t loop_deadline_enter(Loop *loop, double seconds) {
    if (!may_enter(loop, "deadline")) {
        return 0;
    }
    Deadline *deadline = operation_new(loop, &deadline_kind, sizeof *deadline);
    if (deadline == NULL) {
        return 0;
    }
    deadline->seconds = seconds;
    push(loop, &deadline->block, BLOCK_DEADLINE);
    deadline->block.ends_waits = seconds <= 0;
    if (seconds > 0) {
        operation_set_timer(loop, &deadline->op, loop_deadline_ns(loop, seconds));
    }
    return deadline->block.number;
}

// ---------------------------------------------------------------- taskgroup

// asyncio: who waits at the brace wakes, and cancels the tasks then.
static bool group_cancel(Loop *loop, Operation *op, FutureList *list) {
    (void)list;
    TaskGroup *group = (TaskGroup *)(void *)op;
    if (!group->is_cancelled) {
        group->is_cancelled = true;
        operation_call_due(loop, op);
    }
    return true;
}

static void abort_group(Loop *loop, TaskGroup *group);

static void group_due(Loop *loop, Operation *op) {
    abort_group(loop, (TaskGroup *)(void *)op);
}

static void group_mark(VM *vm, Operation *op) {
    vm_mark(vm, (Value){.p = ((TaskGroup *)(void *)op)->error});
}

static void group_parts(const Operation *op, FutureList *parts) {
    const TaskGroup *group = (const TaskGroup *)(const void *)op;
    for (const GroupPart *part = group->first; part != NULL; part = part->next) {
        vec_push(*parts, part->call.future);
    }
}

static const OperationKind group_kind = {"taskgroup", group_cancel, group_due, group_mark,
                                         group_parts};

void block_abort_group(Loop *loop, Future *future) {
    const PlainFuture *plain = (const PlainFuture *)(const void *)future;
    if (!future->is_task && plain->op != NULL && plain->op->kind == &group_kind) {
        abort_group(loop, (TaskGroup *)(void *)plain->op);
    }
}

uint32_t loop_taskgroup_enter(Loop *loop) {
    if (!may_enter(loop, "taskgroup")) {
        return 0;
    }
    TaskGroup *group = operation_new(loop, &group_kind, sizeof *group);
    if (group == NULL) {
        return 0;
    }
    push(loop, &group->block, BLOCK_TASKGROUP);
    return group->block.number;
}

// Whatever is left of the group has to end.
static void abort_group(Loop *loop, TaskGroup *group) {
    group->block.ends_waits = true;
    FutureList tasks = {0};
    for (GroupPart *part = group->first; part != NULL; part = part->next) {
        vec_push(tasks, part->call.future);
    }
    for (uint32_t i = 0; i < tasks.count; i++) {
        task_cancel_future(loop, tasks.data[i]);
    }
    vec_free(tasks);
}

static bool is_same_error(const ErrorObj *a, const ErrorObj *b) {
    return a == b || (a->kind == b->kind && strcmp(a->name, b->name) == 0 &&
                      strcmp(a->message, b->message) == 0);
}

// The first error goes on behind the brace; the others are told with it. One that the
// block's body has awaited as well is one.
static void add_error(Loop *loop, TaskGroup *group, Ptr p, const Task *from) {
    if (group->error == 0) {
        group->error = p;
        return;
    }
    const ErrorObj *error = vm_error(loop->vm, p);
    if (is_same_error(error, vm_error(loop->vm, group->error))) {
        return;
    }
    if (from != NULL) {
        vm_error_note(loop->vm, group->error, task_created(from),
                      "task \"%s\" of the taskgroup, made here, failed as well: %s: %s",
                      task_name(from), error->name, error->message);
    } else {
        vm_error_note(loop->vm, group->error, (Span){0},
                      "the taskgroup's block failed as well: %s: %s", error->name,
                      error->message);
    }
}

// Every task has ended, and the block has been left: what goes on behind it.
static void group_finish(Loop *loop, TaskGroup *group) {
    Future *future = group->op.future;
    FutureState state = FUTURE_DONE;
    Value result = {0};
    if (group->gives_way) {
        state = FUTURE_DONE;
    } else if (group->error != 0) {
        state = FUTURE_FAILED;
        result.p = group->error;
    } else if (group->is_cancelled) {
        state = FUTURE_CANCELLED;
        result.p = task_cancel_error(loop);
    }
    if (group->block.task != NULL) {
        unlink_block(&group->block);
    }
    future_finish(loop, future, state, result);
    operation_destroy(loop, &group->op);
}

static void part_done(Loop *loop, CallWaiter *waiter) {
    GroupPart *part = (GroupPart *)(void *)waiter;
    TaskGroup *group = part->group;
    Future *future = waiter->future;
    *(part->prev != NULL ? &part->prev->next : &group->first) = part->next;
    *(part->next != NULL ? &part->next->prev : &group->last) = part->prev;
    mem_free(part);
    future->error_seen = 1;
    if (future->state == FUTURE_FAILED) { // cancelled alone is no failure (asyncio)
        add_error(loop, group, future->result.p, task_of_future(future));
        if (!group->block.ends_waits) {
            abort_group(loop, group);
            if (group->block.task != NULL && !group->block.is_leaving) {
                end_wait(loop, group->block.task);
            }
        }
    }
    if (group->first == NULL && (group->block.is_leaving || group->block.task == NULL)) {
        group_finish(loop, group);
    }
}

void loop_group_adopt(Loop *loop, Task *task) {
    Block *at = loop->running != NULL ? task_blocks(loop->running) : NULL;
    while (at != NULL && (at->kind != BLOCK_TASKGROUP || at->is_leaving)) {
        at = at->outer;
    }
    if (at == NULL) {
        return;
    }
    TaskGroup *group = group_of(at);
    GroupPart *part = mem_alloc(sizeof *part);
    part->group = group;
    part->prev = group->last;
    *(group->last != NULL ? &group->last->next : &group->first) = part;
    group->last = part;
    part->call.waiter.flags = CALL_ON_HEAP;
    future_call_when_done(loop, &task->future, &part->call, part_done);
    if (at->ends_waits) {
        task_cancel_future(loop, &task->future); // the group is on its way out
    }
}

// The block whose end the error says is still around the task: the error is on its way
// there, and none of the program's.
static bool is_on_its_way(const Task *task, const ErrorObj *error) {
    const Block *at = error->block != 0 ? task_blocks(task) : NULL;
    while (at != NULL && at->number != error->block) {
        at = at->outer;
    }
    return at != NULL;
}

void loop_taskgroup_fail(Loop *loop, uint32_t number, Ptr p) {
    Block *block = find(loop, loop->running, number);
    const ErrorObj *error = vm_error(loop->vm, p);
    if (block == NULL || error == NULL || error->block == number) {
        return; // it is the group's own cancellation that comes back
    }
    TaskGroup *group = group_of(block);
    if (error->cleanup_only) {
        group->gives_way = true;
    } else if (error->kind != TRAP_CANCELLED && !is_on_its_way(loop->running, error)) {
        add_error(loop, group, p, NULL);
    }
    if (!block->ends_waits) {
        abort_group(loop, group);
    }
}

Future *loop_taskgroup_leave(Loop *loop, uint32_t number) {
    Block *block = find(loop, loop->running, number);
    if (block == NULL) {
        return NULL;
    }
    TaskGroup *group = group_of(block);
    Future *future = group->op.future;
    block->is_leaving = true;
    if (group->first == NULL) {
        group_finish(loop, group);
    }
    return future;
}

// ---------------------------------------------------------------- ends without leaving

static void drop(Loop *loop, Block *block) {
    unlink_block(block);
    switch ((BlockKind)block->kind) {
    case BLOCK_SHIELD:
        mem_free(block);
        break;
    case BLOCK_DEADLINE:
        operation_destroy(loop, &deadline_of(block)->op);
        break;
    case BLOCK_TASKGROUP: {
        TaskGroup *group = group_of(block);
        abort_group(loop, group);
        if (group->first == NULL) {
            group_finish(loop, group);
        }
        break;
    }
    }
}

void block_drop_all(Loop *loop, Task *task) {
    while (task_blocks(task) != NULL) {
        drop(loop, task_blocks(task));
    }
}

void block_free_all(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    (void)ctx;
    for (Block *at = task_blocks(task), *outer; at != NULL; at = outer) {
        outer = at->outer;
        task_own(task)->blocks = outer;
        if (at->kind == BLOCK_SHIELD) {
            mem_free(at);
        }
    }
}
