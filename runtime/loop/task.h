// task.h: what the scheduler knows of a task, and who waits for what. Inner header of
// loop/.
//
//                     wake (timer, future done, input, cancel)
//                +-----------------------------------------------+
//                v                                               |
//     new --> READY --> RUNNING --+-- await, sleep, input --> WAITING
//                                 |
//                                 +-- returns, fails --> ENDED
//
// The memory of an ended task stays until the collector finds that no handle is left.
// A waiting task is in exactly one place: in the list of waiters of a future, in the
// timer heap, or in the list of those who want input. `wake_seq` is the sequence of the
// timer it waits for, 0 when it waits for none; the heap's entry with any other number is
// stale and wakes nobody. Because a task is either waiting or ready, never both, one pair
// of links serves for the waiter lists and for the ready queue: waiting allocates
// nothing.
//
//     a task, 72 bytes:
//     | Future 32                                | Waiter 24              | 8       | 8         |
//     | self, state, since, body or result, ring | links, kinds, wake_seq | awaited | id, facts |
//
//     a slab, 16 KiB at a multiple of 16 KiB:     | pool, first slot | task | task | ... |
//
// Slabs never move, so a timer names a task by its slot in 32 bits, and a task finds its
// pool by its own address. What many tasks have in common, and what few have at all,
// stands in the pool's TaskFacts: tasks that were born at one place, in one cell, share
// theirs until one of them needs its own (task_own).
#ifndef LOOP_TASK_H
#define LOOP_TASK_H

#include "base/map.h"
#include "base/vec.h"
#include "loop/loop.h"
#include "loop/sync.h"

typedef enum WaiterKind { WAITER_TASK, WAITER_CALL } WaiterKind;

typedef enum WaitKind {
    WAIT_NONE,   // has not started, or was stopped between two instructions: goes on
                 // without a value
    WAIT_TIMER,  // sleep
    WAIT_YIELD,  // sleep(0): one turn
    WAIT_FUTURE, // Task.awaited
    WAIT_INPUT,  // a line of stdin
    WAIT_SYNC,   // Task.sync: a lock or one of its kin (sync.h)
    WAIT_RELOCK, // the second half of a condition's wait: Task.sync is its lock
    WAIT_RELOCK_FAILING, // the same; pending_error is raised when the lock is there
    WAIT_GONE = 1 << 5,  // with one of these three: cancelled when it was the first
    WAIT_GIVEN = 1 << 6  // with one of these three: its turn has come
} WaitKind;

enum {
    TASK_FOREGROUND =
        1 << 0, // a cell's own task: an interrupt and a deadlock are told to it
    TASK_STARTED = 1 << 1,    // its fiber has run
    TASK_HIDDEN = 1 << 2,     // a callback of call_soon and kin: not in all_tasks()
    TASK_MARKED = 1 << 3,     // the walk that cancels a tree of tasks has been here
    TASK_UNSEEN = 1 << 4,     // failed while nobody waited for it
    CALL_ON_HEAP = 1 << 5,    // of a call: memory of its own, freed after it
    TASK_HAS_ERROR = 1 << 5,  // of a task: its facts have a pending error
    TASK_CANCELLING = 1 << 6, // was told to end: every wait outside of a shield throws
    TASK_TOLD = 1 << 7        // and one has thrown
};

// Something in a future's list, or in the ready queue.
struct Waiter {
    Waiter *next, *prev; // a ring in a future's list (the future points to the first)
    uint8_t kind;        // WaiterKind
    // The rest is a task's (it fills what would be padding here); a call's `wake_seq` is
    // its own number.
    uint8_t state; // TaskState
    uint8_t wait;  // WaitKind
    uint8_t flags; // TASK_*
    uint32_t wake_seq;
};

// C code that wants to be called, by the scheduler, when a future is done.
typedef struct CallWaiter CallWaiter;
typedef void (*CallFn)(Loop *loop, CallWaiter *waiter);
struct CallWaiter {
    Waiter waiter;
    Future *future; // kept alive by whoever owns the waiter until the call
    CallFn call;
};

typedef struct Block Block; // block.h

typedef struct TaskFacts {
    uint64_t cell; // whose output it writes to
    Span created;
    uint32_t loop_number; // which of the program's loop objects it counts as a task of
    bool is_own;          // of one task; the rest is empty in shared ones
    char *name;           // NULL: "Task-<id>", made when asked for
    Block *blocks;        // the innermost block around what it does
    Ptr pending_error;    // what it is woken with instead of a value
} TaskFacts;

#define TASK_ID_BITS    38 // a task each 100 ns: seven hours; then ids begin again
#define TASK_FACTS_BITS 26 // as many as there can be objects
#define TASK_ID_MASK    (((uint64_t)1 << TASK_ID_BITS) - 1)
#define TASK_FACTS_MASK ((1u << TASK_FACTS_BITS) - 1)

struct Task {
    Future future; // first: a Future * that is_task is a Task *
    Waiter waiter;
    union {
        Future *awaited; // WAIT_FUTURE
        Sync *sync;      // WAIT_SYNC and behind
        Task *next_free; // in the pool
        Task *next_lost; // collected with an error nobody took
    };
    uint64_t id : TASK_ID_BITS; // from 1, by age
    uint64_t facts : TASK_FACTS_BITS;
};

typedef struct FutureList {
    Future **data;
    uint32_t count;
    uint32_t capacity;
} FutureList;

// Where a task was made by another, told apart in a few instructions: tasks of one maker,
// made by one instruction, share their facts. Void (at NULL) once facts of a task's own
// change or get another owner.
typedef struct Birth {
    const void *at;
    uint32_t maker; // facts of the task that made it
    uint32_t facts; // of the one that was made
} Birth;

#define TASK_SLAB_BYTES ((size_t)16384)

// Slabs of tasks and the free ones among them.
typedef struct TaskPool {
    VEC(struct TaskSlab *) slabs;
    Task *free;
    uint32_t live_count; // not ended
    VEC(TaskFacts) facts;
    VEC(uint32_t) free_facts;
    Map births;         // of shared facts, by a hash of what is in them
    uint32_t last_born; // shared facts that were given out last, if `has_born`
    bool has_born;
    Birth last_birth; // of a task that a task has made
} TaskPool;

typedef struct TaskSlab {
    TaskPool *pool;
    uint32_t first_slot;
    Task tasks[];
} TaskSlab;

// malloc's own header stands between two slabs.
#define TASK_SLAB_COUNT                                                                  \
    ((uint32_t)((TASK_SLAB_BYTES - 64 - sizeof(TaskSlab)) / sizeof(Task)))

static inline TaskSlab *task_slab(const Task *task) {
    return (TaskSlab *)((uintptr_t)task & ~(uintptr_t)(TASK_SLAB_BYTES - 1));
}
static inline uint32_t task_slot(const Task *task) {
    const TaskSlab *slab = task_slab(task);
    return slab->first_slot + (uint32_t)(task - slab->tasks);
}
static inline Task *task_at(const TaskPool *pool, uint32_t slot) {
    return &pool->slabs.data[slot / TASK_SLAB_COUNT]->tasks[slot % TASK_SLAB_COUNT];
}
static inline TaskFacts *task_facts(const Task *task) {
    return &task_slab(task)->pool->facts.data[task->facts];
}
static inline Task *task_of_waiter(Waiter *waiter) {
    return (Task *)(void *)((char *)waiter - offsetof(Task, waiter));
}
static inline Task *task_of_future(Future *future) {
    return future->is_task ? (Task *)(void *)future : NULL;
}
static inline bool task_waits_sync(const Task *task) {
    return task->waiter.wait >= WAIT_SYNC;
}
static inline bool task_in_use(const Task *task) {
    return task->id != 0;
}

static inline Block *task_blocks(const Task *task) {
    return task_facts(task)->blocks;
}
// What it is to be woken with instead of a value; 0: none.
static inline Ptr task_error(const Task *task) {
    return task->waiter.flags & TASK_HAS_ERROR ? task_facts(task)->pending_error : 0;
}
void task_set_error(Task *task, Ptr error); // 0: none
static inline void task_drop_error(Task *task) {
    if (UNLIKELY(task->waiter.flags & TASK_HAS_ERROR)) {
        task_set_error(task, 0);
    }
}
// ---- task_pool.c
// The facts of a task that is born now, in `cell`, by the running task if there is one.
uint32_t task_facts_born(Loop *loop, uint64_t cell);
// The same, of its own from the beginning: for one that is given a name. They go with it,
// while shared ones stay.
uint32_t task_facts_own(Loop *loop, uint64_t cell);
// More free tasks.
void task_pool_grow(TaskPool *pool);
void task_facts_free_own(TaskPool *pool, Task *task);
static inline void task_facts_free(TaskPool *pool, Task *task) {
    if (UNLIKELY(pool->facts.data[task->facts].is_own)) {
        task_facts_free_own(pool, task);
    }
}
// Stale timers compare sequences, never pointers: a slot may be used again at once.
static inline void task_pool_give(TaskPool *pool, Task *task) {
    task_facts_free(pool, task);
    *task = (Task){.next_free = pool->free};
    pool->free = task;
}
// The task's own facts, to change them. Valid until the next call.
TaskFacts *task_own(Task *task);

// ---- making and ending
// facts: task_facts_born. NULL after a trap.
Task *task_new(Loop *loop, Fiber *fiber, uint32_t facts);
void task_end(Loop *loop, Task *task, FutureState state, Value result);
void task_pool_deinit(Loop *loop);

// ---- waiting: of the running task, which then stops with VM_PENDING or VM_AWAIT
void task_wait_future(Loop *loop, Task *task, Future *future);
void task_wait_timer(Loop *loop, Task *task, uint64_t deadline_ns);
void task_wait_input(Loop *loop, Task *task);
// Takes a waiting task out of wherever it waits and makes it ready. error 0: goes on with
// the wait's value.
void task_wake(Loop *loop, Task *task, Ptr error);
// Takes it out of the place where it waits only.
void task_detach(Loop *loop, Task *task);
// The error a cancelled task is woken with.
Ptr task_cancel_error(Loop *loop);
// Cancels what `future` stands for: a task and what it awaits, an operation's parts, a
// plain future. False: done.
bool task_cancel_future(Loop *loop, Future *future);
// Reports the errors of tasks that were collected before anyone took them, and forgets
// those tasks.
void task_report_lost(Loop *loop);

#endif
