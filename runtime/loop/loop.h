// loop.h: the room's door. Tasks, futures, timers, the clock, and the libuv loop that serves them. The only rooms that
// include <uv.h> are this one and kernel/kernel.c.
//
//     loop_run:  for (;;) { run every task that is ready, first in first out; wait for the world (libuv) }
//
// uv callbacks only make tasks ready; the scheduler alone runs them. Everything that is not deterministic goes through one
// boundary (choose.h): which ready task is next, which of equal deadlines, which completion; the clock; randomness.
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H

#include "vm/vm.h"

typedef struct Loop Loop;
typedef struct Task Task;

// What the loop tells the spine. Called on the session's thread.
typedef struct LoopHooks {
    void *ctx;
    void (*task_born)(void *ctx, Task *task);
    // A task ended. If it failed, `error` (else 0); nobody_waits: no awaiter took it (yet).
    void (*task_ended)(void *ctx, Task *task, Ptr error);
    // An error that no awaiter can ever take any more (shown once, in the cell that made the task).
    void (*error_lost)(void *ctx, Task *task, Ptr error);
    // A task waits for a line of stdin: ask for it; answered by loop_input.
    void (*input_wanted)(void *ctx, uint64_t cell, const char *prompt, bool password);
    // Nothing is ready, no timer, nothing external in flight, and this task waits: it never can go on.
    void (*deadlock)(void *ctx, Task *task);
} LoopHooks;

Loop *loop_new(VM *vm, const LoopHooks *hooks, void *uv_loop, bool virtual_clock, uint64_t seed);
// Cancels nothing, runs nothing: frees every task and handle.
void loop_destroy(Loop **loop);
Loop *loop_of(VM *vm);        // natives find it here: loop_new leaves it in VM_SLOT_LOOP (vm_attach)
void loop_mark_roots(Loop *loop); // calls vm_mark for everything that is scheduled or waiting
void loop_finalize_task(Loop *loop, Future *task);

// ---- running
void loop_run(Loop *loop);                                          // until loop_stop
void loop_run_until(Loop *loop, bool (*done)(void *ctx), void *ctx); // or loop_stop
void loop_run_idle(Loop *loop); // until no task is left that anything could wake
void loop_stop(Loop *loop);     // any thread
void loop_wake(Loop *loop);     // any thread: makes a sleeping loop look again
// KeyboardInterrupt into the running task and every foreground task. Any thread, signal handler.
void loop_interrupt(Loop *loop);

// ---- tasks
// Schedules a fiber as a new task of `cell` (first in first out). name: copied, NULL: "Task-N".
Task *loop_task_new(Loop *loop, Fiber *fiber, const char *name, uint64_t cell, bool is_foreground);
// For natives: from a coroutine object. NULL after a trap. The task inherits the cell of the running task.
Task *loop_task_from_coro(Loop *loop, Ptr coro, const char *name);
Future *task_future(Task *task);
Ptr task_handle(Task *task);
uint64_t task_id(const Task *task);
uint64_t task_cell(const Task *task);
const char *task_name(const Task *task);
void task_set_name(Task *task, const char *name);
Span task_created(const Task *task);
Task *loop_current(Loop *loop); // the running task, or NULL
Task *task_from_ptr(VM *vm, Ptr p); // NULL: not a task
typedef enum TaskState { TASK_READY, TASK_RUNNING, TASK_WAITING, TASK_ENDED } TaskState;
TaskState task_state(const Task *task);
// What a waiting task waits for, for %ps: "sleep until 4.00", "task crawl", "input", "future".
char *task_waiting_on(const Task *task);
void loop_each_task(Loop *loop, void (*visit)(void *ctx, Task *task), void *ctx); // all that have not ended, by age
// asyncio's Task.cancel: CancelledError at the task's current wait (and in what it awaits). False when ended.
bool loop_cancel(Loop *loop, Task *task);
void loop_cancel_all(Loop *loop);

// ---- futures (asyncio.Future)
Future *loop_future_new(Loop *loop); // collected when unreachable
NODISCARD bool future_set_result(Loop *loop, Future *future, Value value); // false: already done
NODISCARD bool future_set_error(Loop *loop, Future *future, Ptr error, bool is_cancel);
// on_done: calls back (from the loop, never inside the caller) when done; at once scheduled if it is already.
void future_on_done(Loop *loop, Future *future, void (*done)(void *ctx, Future *future), void *ctx);
// gather: a future of all of these awaitables (coroutines are made tasks): its result is a box with the values in order
// (element_bytes each; 0: void), its error the first one's. NULL after a trap.
Future *loop_gather(Loop *loop, const Ptr *awaitables, uint32_t count, uint32_t element_bytes);

// ---- waiting, for natives: each registers the running task and returns NATIVE_PENDING's promise
// Wakes the running task after `seconds` (0: after the others that are ready). blocking: nobody else runs meanwhile.
void loop_sleep(Loop *loop, double seconds, bool blocking);
// The running task waits for a future (run(), plain blocking waits).
void loop_await(Loop *loop, Future *future);
// The running task waits for a line of input; the value it is woken with: 1 when a line came, 0 at end of file; the line is
// then in loop_input_take. blocking as above.
void loop_await_input(Loop *loop, const char *prompt, bool blocking);
char *loop_input_take(Loop *loop, size_t *size_bytes); // mem_free-able; NULL at end of file
// Answers input_wanted. Any thread.
void loop_input(Loop *loop, const char *text, size_t size_bytes);

// ---- the clock: everything the user can see reads this one
uint64_t loop_now_ns(const Loop *loop);      // monotonic, from the session's start
uint64_t loop_wall_ns(const Loop *loop);     // since 1970; the virtual clock starts at a fixed date
uint64_t loop_cpu_ns(const Loop *loop);      // CPU time of the process, user + system
void loop_cpu_times_ns(const Loop *loop, uint64_t *user, uint64_t *system);
bool loop_clock_is_virtual(const Loop *loop);
void loop_clock_set_virtual(Loop *loop, bool is_virtual);
uint64_t loop_random(Loop *loop);            // the session's seeded generator
// Time the running task's cell has spent with all its tasks suspended (%time's third figure), since the cell began.
uint64_t loop_suspended_ns(const Loop *loop);

// ---- asyncio's loop object
bool loop_is_closed_handle(Loop *loop, Ptr handle);

#endif
