// foreground.c: what is told to cells and not to other tasks: an interrupt, a deadlock,
// and that exit() was called.
//
// Enters: a key press, the scheduler's finding that nothing can ever happen, or a task
// that ended the program. Leaves: errors raised at the waits of foreground tasks. Always
// holds: background tasks that no cell awaits are left alone.
//
// Read next: sched.c, which calls these; task.c for the cancelling of what a cell awaits.
#include "loop/block.h"
#include "loop/sched.h"

#include <assert.h>

// ---------------------------------------------------------------- interrupt

// Is it about to be told already, by what it waited for?
static bool wakes_with_interrupt(Loop *loop, const Task *task) {
    if (task->waiter.wait != WAIT_FUTURE || task->awaited == NULL ||
        task->awaited->state != FUTURE_FAILED) {
        return false;
    }
    const ErrorObj *error = vm_error(loop->vm, task->awaited->result.p);
    return error != NULL && error->kind == TRAP_INTERRUPT;
}

// Its wait is undone first, so that it runs before what it awaited is cancelled and ends.
static void raise_in(Loop *loop, Task *task, Ptr error) {
    if (task->waiter.state != TASK_WAITING) {
        task_set_error(task, error);
        return;
    }
    Future *awaited = task->waiter.wait == WAIT_FUTURE ? task->awaited : NULL;
    task_wake(loop, task, error);
    if (awaited != NULL) {
        task_cancel_future(loop, awaited);
    }
}

static void interrupt_visit(Loop *loop, Task *task, void *ctx) {
    const Task *spared = ctx;
    bool is_concerned = (task->waiter.flags & TASK_FOREGROUND) || task == loop->frozen;
    if (task->waiter.state == TASK_ENDED || !is_concerned || task == spared) {
        return;
    }
    if (!wakes_with_interrupt(loop, task)) {
        raise_in(loop, task,
                 vm_error_new(loop->vm, TRAP_INTERRUPT, NULL, 0, "interrupted"));
    }
}

void foreground_interrupt(Loop *loop, const Task *spared) {
    task_each(loop, interrupt_visit, (void *)(uintptr_t)spared);
}

// ---------------------------------------------------------------- exit

typedef struct Exit {
    uint64_t cell;
    Ptr error;
    bool is_told;
} Exit;

static void exit_visit(Loop *loop, Task *task, void *ctx) {
    Exit *ending = ctx;
    if (task->waiter.state != TASK_ENDED && (task->waiter.flags & TASK_FOREGROUND) &&
        task_cell(task) == ending->cell) {
        raise_in(loop, task, ending->error);
        ending->is_told = true;
    }
}

bool foreground_exit(Loop *loop, const Task *task, Ptr error_ptr) {
    const ErrorObj *error = vm_error(loop->vm, error_ptr);
    if (error == NULL || error->kind != TRAP_EXIT) {
        return false;
    }
    Exit ending = {.cell = task_cell(task), .error = error_ptr};
    task_each(loop, exit_visit, &ending);
    return ending.is_told;
}

// ---------------------------------------------------------------- deadlock

// How many links of the chain of waits a message names.
#define CHAIN_MAX 8

// "waits for task "a", which waits for task "b", which waits for task "a" again"
static char *describe_wait(Loop *loop, Task *first) {
    const Task *seen[CHAIN_MAX + 1];
    Str text = {0};
    Task *task = first;
    str_puts(&text, "waits for ");
    for (uint32_t depth = 0;; depth++) {
        char *what = task_waiting_on(loop, task);
        str_puts(&text, what);
        mem_free(what);
        seen[depth] = task;
        Task *next = task_awaited(task);
        if (next == NULL) {
            str_puts(&text, task->waiter.state == TASK_WAITING
                                ? " that nothing is left to finish"
                                : "");
            break;
        }
        uint32_t at = 0;
        while (at <= depth && seen[at] != next) {
            at++;
        }
        if (at <= depth) {
            str_puts(&text, next == task ? " itself" : " again");
            break;
        }
        if (depth == CHAIN_MAX) {
            str_puts(&text, ", and so on");
            break;
        }
        str_puts(&text, ", which waits for ");
        task = next;
    }
    return str_take(&text);
}

// The oldest is the one the learner looks at; the next look finds the next.
static void oldest_visit(Loop *loop, Task *task, void *ctx) {
    (void)loop;
    Task **oldest = ctx;
    bool is_waiting = task->waiter.state == TASK_WAITING;
    if (is_waiting && (task->waiter.flags & TASK_FOREGROUND) &&
        (*oldest == NULL || task->id < (*oldest)->id)) {
        *oldest = task;
    }
}

void foreground_deadlock(Loop *loop) {
    Task *task = NULL;
    task_each(loop, oldest_visit, &task);
    assert(task != NULL); // the scheduler counted one, and none is ready
    char *what = describe_wait(loop, task);
    Ptr error = vm_error_new(loop->vm, TRAP_DEADLOCK, NULL, 0,
                             "task \"%s\" can never go on: it %s", task_name(task), what);
    mem_free(what);
    if (loop->hooks.deadlock != NULL) {
        loop->hooks.deadlock(loop->hooks.ctx, task, error);
    }
    Future *awaited = task->waiter.wait == WAIT_FUTURE ? task->awaited : NULL;
    task_wake(loop, task, error);
    if (awaited != NULL) {
        block_abort_group(loop, awaited); // no task outlives its group
    }
}
