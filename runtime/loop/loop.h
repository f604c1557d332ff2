// loop.h: the room's door. Tasks, futures, timers, the clock, and the libuv loop that
// serves them. The only rooms that include <uv.h> are this one and kernel/kernel.c.
//
//     loop_run:  for (;;) { run what is ready, first in first out; wait for the world }
//
// uv callbacks only make tasks ready; the scheduler alone runs them. Everything that is
// not deterministic goes through one boundary (choose.h): which ready task is next, which
// of equal deadlines, which completion; the clock; randomness.
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H

#include "vm/native.h"
#include "vm/vm.h"

typedef struct Loop Loop;
typedef struct Task Task;

// What the loop tells the spine. Called on the session's thread.
typedef struct LoopHooks {
    void *ctx;
    void (*task_born)(void *ctx, Task *task, uint64_t cell);
    // A task ended; error: what it failed or was cancelled with, else 0. Whoever awaits
    // it has not run yet.
    void (*task_ended)(void *ctx, Task *task, uint64_t cell, Ptr error);
    // An error that no awaiter can ever take any more (shown once, in the cell that made
    // the task).
    void (*error_lost)(void *ctx, Task *task, Ptr error);
    // A task waits for a line of stdin: ask for it; answered by loop_input.
    void (*input_wanted)(void *ctx, uint64_t cell, const char *prompt, bool password);
    // A command that a task of the cell runs has printed this; fd: 1 or 2.
    void (*output)(void *ctx, uint64_t cell, int fd, const char *text, size_t size);
    // Nothing is ready, no timer, nothing external in flight, and this task waits: it
    // never can go on. It gets a Deadlock error whose message says what it waits for;
    // the hook may hang notes on it.
    void (*deadlock)(void *ctx, Task *task, Ptr error);
    // A plain (blocking) wait of `task` is over, and others were ready while it held the
    // loop; others: a clause: "B", "C", "D" and 3 more were ready.
    void (*blocked)(void *ctx, Task *task, Span span, uint64_t held_ns,
                    const char *others);
    // `task` has been computing for LOOP_LONG_RUN_NS and is stopped for a moment: where
    // is it? (fiber_trace)
    void (*running_long)(void *ctx, Task *task);
    // `task` has computed for held_ns of the machine's time (at least LOOP_LONG_RUN_NS)
    // and waits or ends now. others: as above, "" when nobody was ready.
    void (*ran_long)(void *ctx, Task *task, uint64_t held_ns, const char *others);
    // A task that was told CancelledError has ended as if nothing had been.
    void (*cancel_swallowed)(void *ctx, Task *task);
    // A replayed schedule does not fit what happens; from here on ready tasks run first
    // in, first out.
    void (*schedule_left)(void *ctx, uint64_t cell, const char *message);
} LoopHooks;

// hooks is copied; any hook may be NULL. uv_loop: the host's uv_loop_t, or NULL: one of
// its own. seed 0: the default.
Loop *loop_new(VM *vm, const LoopHooks *hooks, void *uv_loop, bool virtual_clock,
               uint64_t seed);
// The session ends and nobody can take them any more: tells (error_lost) every error that
// nobody has taken, once.
void loop_report_errors(Loop *loop);
// Cancels nothing, runs nothing; frees every task and handle, after loop_report_errors.
// Before vm_destroy.
void loop_destroy(Loop **loop);
// Natives find it here: loop_new leaves it in VM_SLOT_LOOP (vm_attach).
Loop *loop_of(VM *vm);

// ---- for VmConfig
// Calls vm_mark for everything that is scheduled or waiting.
void loop_mark_roots(Loop *loop);
// A task or future was collected: frees the loop's part of it.
void loop_finalize_task(Loop *loop, Future *task);
// The wait that a native has just registered for the running task becomes a future of its
// own, and the task goes on. NULL: it is one that blocks the loop, the task has to wait.
Future *loop_detach_wait(Loop *loop);

// ---- running
void loop_run(Loop *loop);                                           // until loop_stop
void loop_run_until(Loop *loop, bool (*done)(void *ctx), void *ctx); // or loop_stop
void loop_run_idle(Loop *loop); // until no task is left that anything could wake
void loop_stop(Loop *loop);     // any thread
void loop_wake(Loop *loop);     // any thread: makes a sleeping loop look again
// KeyboardInterrupt into the running task and every foreground task. Any thread, signal
// handler.
void loop_interrupt(Loop *loop);

// ---- tasks
// Schedules a fiber as a new task of `cell` (first in first out). name: copied, NULL:
// "Task-N". Owns the fiber from then on. NULL (and the fiber stays the caller's) after a
// trap: too many objects.
Task *loop_task_new(Loop *loop, Fiber *fiber, const char *name, uint64_t cell,
                    bool is_foreground);
// For natives: from a coroutine object. NULL after a trap. The task inherits the cell of
// the running task.
Task *loop_task_from_coro(Loop *loop, Ptr coro, const char *name);
// The same from an async function's body that is about to run (vm_call_take), for the
// innermost group of the running task if there is one. has_box: its result is a struct.
// fiber is taken in any case; NULL: a trap was set.
Task *loop_spawn(Loop *loop, Fiber *fiber, bool has_box);
Future *task_future(Task *task);
Ptr task_handle(Task *task);
uint64_t task_id(const Task *task);
uint64_t task_cell(const Task *task);
const char *task_name(const Task *task);
// The same; NULL: nobody has asked for a name yet, nor given one.
const char *task_known_name(const Task *task);
void task_set_name(Task *task, const char *name);
Span task_created(const Task *task);
bool task_is_foreground(const Task *task);
// Which of the program's loop objects a task counts as a task of (loop_close cancels
// those); inherited by tasks it makes.
uint32_t task_loop_number(const Task *task);
void task_set_loop_number(Task *task, uint32_t number);
bool task_is_hidden(const Task *task); // a callback of call_soon and kin
Task *task_awaited(const Task *task);  // the task it waits for now, or NULL
Task *loop_current(Loop *loop);        // the running task, or NULL
Task *task_from_ptr(VM *vm, Ptr p);    // NULL: not a task
typedef enum TaskState { TASK_READY, TASK_RUNNING, TASK_WAITING, TASK_ENDED } TaskState;
TaskState task_state(const Task *task);
// What a waiting task waits for, for %ps: "sleep until 4.00", "task \"crawl\"", "input",
// "a future", "gather"; "" when it does not wait. Caller mem_frees.
char *task_waiting_on(const Loop *loop, const Task *task);
// Seconds on the loop's clock since when a waiting task waits.
double task_waiting_since(const Task *task);
bool task_has_started(const Task *task);
// NULL once ended. Borrowed; for fiber_trace.
const Fiber *task_fiber(const Task *task);
// Who has the lock that a waiting task waits for, and where it was taken; NULL: it waits
// for no lock.
Task *task_lock_holder(const Task *task, Span *taken);
// Calls `visit` for each task that `task` waits for, also through a gather or a wait_for,
// and for the holder of its lock, each once. Returns how many other things (futures,
// sleeps) are among what it waits for.
uint32_t task_each_awaited(Loop *loop, Task *task, void (*visit)(void *ctx, Task *task),
                           void *ctx);
// All that have not ended, by age.
void loop_each_task(Loop *loop, void (*visit)(void *ctx, Task *task), void *ctx);
// asyncio's Task.cancel: CancelledError at the task's current wait (and in what it
// awaits). False when ended.
bool loop_cancel(Loop *loop, Task *task);
void loop_cancel_all(Loop *loop);
// It was cancelled, a wait of it threw, and it ended well all the same: it has caught
// CancelledError and thrown nothing.
bool task_swallowed_cancel(const Task *task);
// A callback of call_soon, call_later, call_at: a hidden task of `cell` that runs `fiber`
// when loop_now_ns is `deadline_ns`, or at the end of the queue, or in front of it.
// NULL after a trap; the fiber is the caller's.
#define LOOP_SOON UINT64_MAX
#define LOOP_NEXT (UINT64_MAX - 1)
Task *loop_callback_new(Loop *loop, Fiber *fiber, uint64_t cell, uint64_t deadline_ns);
// It will never run. False: it has begun, or was cancelled already.
bool loop_callback_cancel(Loop *loop, Task *task);
// When `seconds` from now will have passed; the past and NaN are now.
uint64_t loop_deadline_ns(const Loop *loop, double seconds);

// ---- taskgroup, deadline, shield: of the running task. enter: the block's number, 0
// after a trap. Every way out of the block comes to its leave.
uint32_t loop_shield_enter(Loop *loop);
uint32_t loop_deadline_enter(Loop *loop, double seconds);
void loop_block_leave(Loop *loop, uint32_t number); // of a shield or deadline
uint32_t loop_taskgroup_enter(Loop *loop);
// The task belongs to the innermost group of the running task, if there is one.
void loop_group_adopt(Loop *loop, Task *task);
// An error leaves the group's block: the group's tasks are cancelled.
void loop_taskgroup_fail(Loop *loop, uint32_t number, Ptr error);
// What to wait for at the group's brace: done when every task has ended, failed with the
// first error. NULL: nothing.
Future *loop_taskgroup_leave(Loop *loop, uint32_t number);
// asyncio.shield: a future with the awaitable's outcome, that can be cancelled without
// it. NULL after a trap.
Future *loop_shield(Loop *loop, Ptr awaitable);

// ---- futures (asyncio.Future)
Future *loop_future_new(Loop *loop); // collected when unreachable
// False: it was done already.
NODISCARD bool future_set_result(Loop *loop, Future *future, Value value);
NODISCARD bool future_set_error(Loop *loop, Future *future, Ptr error, bool is_cancel);
// Cancels a future, or a task and what it awaits. False: already done.
bool loop_cancel_future(Loop *loop, Future *future);
// Somebody else than the program finishes it (a gather's, a wait_for's): set_result and
// set_error are misuse.
bool future_belongs_to_operation(const Future *future);
// on_done: calls back (from the loop, never inside the caller) when done; at once
// scheduled if it is already. `done` is given a copy of the `ctx_bytes` at `ctx`, which goes
// with the future when the call never comes.
void future_on_done(Loop *loop, Future *future, void (*done)(void *ctx, Future *future),
                    const void *ctx, size_t ctx_bytes);
// gather: a future of all of these awaitables (coroutines are made tasks): its result is
// a box with the values in order (element: size in bytes of each, 0: void; with
// GATHER_FLOAT or GATHER_RECORD), its error the first one's; the others go on. NULL after
// a trap.
Future *loop_gather(Loop *loop, const Ptr *awaitables, uint32_t count, uint32_t element);
// as_completed: a box with `count` futures; the first one gets the outcome of the
// awaitable that is done first, and so on. 0 after a trap.
Ptr loop_as_completed(Loop *loop, const Ptr *awaitables, uint32_t count);
// A future that is done when the first of these tasks and futures is (is_any; its result:
// which) or when all are. Takes none of their errors. NULL after a trap.
Future *loop_wait_group(Loop *loop, const Ptr *futures, uint32_t count, bool is_any);
// A future with the outcome of the awaitable, or TimeoutError when it was not done in
// time (it is cancelled then). NULL after a trap.
Future *loop_wait_for(Loop *loop, Ptr awaitable, double seconds);

// ---- waiting, for natives: each registers the running task; the native then returns
// NATIVE_PENDING (or NATIVE_AGAIN). blocking: nobody else runs meanwhile. Wakes the
// running task after `seconds` (0: after the others that are ready).
void loop_sleep(Loop *loop, double seconds, bool blocking);
// loop_sleep(loop, 0, false), the short way if there is one: what the native returns.
NativeResult loop_yield(Loop *loop);
// The running task has just begun to wait for a lock or its kin (sync.h), and its native
// returns NATIVE_PENDING or NATIVE_AGAIN next: who is ready goes on in its place at once,
// if that is all there is to do.
void loop_hand_over(Loop *loop);
// The running task waits for a future (run(), plain blocking waits).
void loop_await(Loop *loop, Future *future);
// The same as a plain call does: nobody else runs meanwhile.
void loop_await_blocking(Loop *loop, Future *future);
// The running task waits for a line of input; the value it is woken with: 1 when a line
// came, 0 at end of file; the line is then in loop_input_take. blocking as above.
void loop_await_input(Loop *loop, const char *prompt, bool blocking);
// The line, mem_free-able; NULL: end of file (or none was ready).
char *loop_input_take(Loop *loop, size_t *size_bytes);
// A line, or the end of file, has come that nobody has taken (a native that is executed
// again asks this first).
bool loop_input_ready(const Loop *loop);
// The host's lines are one stream (a file, a terminal): an answer may be several lines,
// and one that comes when nobody waits any more is kept for the next reader. Else, where
// each question has its own answer, it is dropped.
void loop_keep_input(Loop *loop);
// Answers input_wanted. Any thread.
void loop_input(Loop *loop, const char *text, size_t size_bytes);

// Runs a command of the shell; what it prints goes to hooks.output. The future's result is
// its status, as of wait(2); -1 if it could not begin: *code is why, an errno (else it is
// left as it was). NULL after a trap.
Future *loop_system(Loop *loop, const char *command, int *code);

// ---- calling a function of the program from a native (a comparison): the native hands
// over a fiber and returns NATIVE_AGAIN; the fiber runs to its end at once, as part of
// the running task, and the native is executed again, with loop_call_is_done and its
// result in loop_call_take. When the function fails (or waits, which is RuntimeError),
// `failed` is called instead and the error is raised in the native's call.
void loop_call(Loop *loop, Fiber *fiber, void (*failed)(void *ctx), void *ctx);
bool loop_call_is_done(const Loop *loop);
Value loop_call_take(Loop *loop);

// ---- the clock: everything the user can see reads this one
// Monotonic; the real clock's is 0 when the session begins.
uint64_t loop_now_ns(const Loop *loop);
// Since 1970; the virtual clock starts at a fixed date.
uint64_t loop_wall_ns(const Loop *loop);
// CPU time of the process, user + system.
uint64_t loop_cpu_ns(const Loop *loop);
void loop_cpu_times_ns(const Loop *loop, uint64_t *user, uint64_t *system);
bool loop_clock_is_virtual(const Loop *loop);
void loop_clock_set_virtual(Loop *loop, bool is_virtual);
uint64_t loop_random(Loop *loop); // the session's seeded generator
// Time spent waiting with every task suspended and none blocking the loop, since the
// session began (%time's third figure is the difference of two).
uint64_t loop_suspended_ns(const Loop *loop);

// ---- what is going on, for %loop and kin
typedef struct LoopStats {
    uint32_t ready;      // tasks and callbacks in the queue
    uint32_t timers;     // that somebody still waits for
    uint32_t inputs;     // tasks that wait for a line of stdin
    uint32_t sockets;    // waits for connections, listeners and lookups
    uint32_t tasks;      // not ended
    uint32_t foreground; // cells among them
    uint64_t switches;   // steps of tasks and callbacks since the session began
} LoopStats;
LoopStats loop_stats(Loop *loop);
// A future that is done when no task but cells is left, or when `seconds` (not finite: no
// limit) have passed; its result: how many are left. NULL after a trap.
Future *loop_wait_background(Loop *loop, double seconds);
uint32_t loop_background_count(const Loop *loop);
// From which length on a run without a wait is told (running_long, ran_long).
#define LOOP_LONG_RUN_NS 10000000u

// ---- the schedule: which of several ready tasks ran, choice by choice. Recorded for the
// cell that runs and the last one.
// As text that loop_schedule_replay takes: "cell A*2 #3"; mem_free-able; "" when there
// never was a choice. is_cut: only the first choices are in it.
char *loop_schedule_text(Loop *loop, bool *is_cut);
// From now to the end of the running cell, choices are made as the text says. NULL, or
// what is wrong with the text; mem_free-able.
char *loop_schedule_replay(Loop *loop, const char *text);

// Which ready task is next: seed 0: first in, first out; else the seed's shuffle, the
// same every time.
void loop_set_schedule_seed(Loop *loop, uint64_t seed);

#endif
