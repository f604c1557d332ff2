// sched.h: the loop's whole state, and the ready queue. Inner header of loop/: every file
// of the room sees it.
//
//     ready    head -> task -> call -> task    first in, first out, or as choose.h says
//     frozen   the task whose blocking wait (a plain sleep()) stops the world: nobody
//              else runs until it goes on
//
// Always holds: a task that is READY is in the queue, or it is the frozen one; the
// scheduler alone runs tasks.
#ifndef LOOP_SCHED_H
#define LOOP_SCHED_H

#include "loop/choose.h"
#include "loop/clock.h"
#include "loop/future.h"
#include "loop/schedule.h"
#include "loop/sockets.h"
#include "loop/timer.h"
#include "loop/world.h"

// A task that wants a line of stdin.
typedef struct InputWait {
    Task *task;
    char *prompt; // may be NULL
} InputWait;

// A function of the program that a native has called (loop_call).
typedef struct NativeCallback {
    Fiber *fiber; // while it runs
    void (*failed)(void *ctx);
    void *ctx;
    bool is_done; // result is there, and the native has not taken it
    Value result;
} NativeCallback;

#define FROZEN_UNTIL_WOKEN UINT64_MAX // no time was said: it waits for the world

struct Loop {
    VM *vm;
    LoopHooks hooks;
    Waiter *ready_head, *ready_tail;
    uint32_t ready_count;
    uint32_t turn_left; // entries of the queue that belong to this turn (sched.c)
    Task *running;
    Task *frozen;
    bool frozen_is_ready;
    uint64_t frozen_since_ns;
    uint64_t frozen_until_ns; // the end of its sleep, or FROZEN_UNTIL_WOKEN
    Span frozen_at;
    bool cell_ended; // a foreground task has ended: ask whether that was what we ran for
    bool timer_due;  // there may be timers whose time has come: fire at the turn's end
    bool lost_due;   // a task failed unseen: collect once when there is time, to see
                     // whether it ever can be
    uint32_t turns;  // since the last poll; a switch counts as TURNS_PER_SWITCH
    TaskPool tasks;
    uint64_t last_task_id;     // TASK_ID_BITS of it
    uint32_t last_block;       // number of the newest taskgroup, deadline or shield
    uint32_t foreground_count; // not ended
    uint32_t unseen_count;     // ended tasks marked TASK_UNSEEN
    Task *lost, *lost_last;    // collected with an error nobody took: to be reported
    Operation *operations;
    VEC(Operation *) operation_slots; // by number
    VEC(uint32_t) operation_free;     // numbers to use again
    PlainFuture *futures;
    Timers timers;
    Clock clock;
    Choose choose;
    World world;
    Sockets sockets;
    // stdin: who wants a line, in order; lines that came for them
    VEC(InputWait) input_waits;
    VEC(InputLine) input_lines;
    uint32_t input_first;  // of them: those before it are taken
    bool keeps_input;      // a line that nobody waits for is the next reader's
    bool input_asked;      // the host was asked for the first one and has not answered
    uint64_t suspended_ns; // waited with every task suspended, none blocking
    uint64_t real_ns;      // the machine's clock, coarse, when the running task began
    bool is_in_order;      // first in first out, unrecorded: as it was when vm_run began
    uint64_t step_count;
    uint32_t drain_count; // operations that wait for the background tasks
    Schedule schedule;
    NativeCallback callback;
};

// Targets of timers: a task's slot, or an operation's number with this bit.
#define TIMER_OPERATION 0x80000000u

// Is a choice among ready tasks anybody's business? If not, it is the first, and is not
// recorded: the run's record is full.
static inline bool schedule_is_asked(const Loop *loop) {
    const Schedule *schedule = &loop->schedule;
    return !schedule->now.is_cut || loop->choose.policy != CHOOSE_FIFO ||
           schedule->replay_at < schedule->replay.count;
}

// Calls `visit` for the tasks in use (ended ones that still have a handle too), in no
// order. The collector asks it of a million.
FORCE_INLINE void task_each(Loop *loop, void (*visit)(Loop *loop, Task *task, void *ctx),
                            void *ctx) {
    for (uint32_t s = 0; s < loop->tasks.slabs.count; s++) {
        TaskSlab *slab = loop->tasks.slabs.data[s];
        for (Task *task = slab->tasks; task < slab->tasks + TASK_SLAB_COUNT; task++) {
            if (task_in_use(task)) {
                visit(loop, task, ctx);
            }
        }
    }
}
// Is the task's end anything to the schedule? Most have no name, and are no cell.
static inline bool schedule_wants_end(const Loop *loop, const Task *task) {
    return task_facts(task)->name != NULL || task->id == loop->schedule.now.first_task;
}

void sched_push(Loop *loop, Waiter *waiter);       // at the end of the queue
void sched_push_front(Loop *loop, Waiter *waiter); // a part of what runs now
void sched_remove(Loop *loop, Waiter *waiter);     // wherever it stands in the queue
// A ready task is told an error: if its sleep's timer has gone off but had no turn yet,
// it has its turn behind those that are ready, as if it had slept on.
void sched_interrupt_sleep(Loop *loop, Task *task);
// The running task's wait, that is about to begin, is a blocking one.
void sched_freeze(Loop *loop, Task *task);
// A task has become ready.
void sched_make_ready(Loop *loop, Task *task);
uint32_t sched_add_timer(Loop *loop, uint64_t deadline_ns, uint32_t target);
void sched_forget_timer(Loop *loop); // its target no longer waits for it
// input.c
void input_take_mail(Loop *loop);
bool input_is_line(const Loop *loop); // the next one is there, and not the end of file
void input_cancel(Loop *loop, Task *task);
void input_deinit(Loop *loop);
// background.c: a task has ended while somebody waits (drain_count): was it the last?
void background_ended(Loop *loop);
// callback.c: the native of the running task has called a function of the program: runs
// it.
void callback_run(Loop *loop, Task *task);
// Nobody can ever wake the oldest waiting foreground task: raises Deadlock in it.
void foreground_deadlock(Loop *loop);
// KeyboardInterrupt for the foreground. spared: the task in which the VM has raised it
// already, or NULL.
void foreground_interrupt(Loop *loop, const Task *spared);
// `task` ended with `error`, and nobody awaits it: when that is exit(), which ends the
// program (C17 7.22.4.4) and not one task of it, its cell ends too. False: it is another
// error, or the cell has ended before.
bool foreground_exit(Loop *loop, const Task *task, Ptr error);

#endif
