// sync.h: what tasks wait for that is neither a future nor a timer: locks, events,
// conditions, semaphores, barriers, and the two ends of a queue. A door of the room,
// beside loop.h.
//
//     Sync   waiters: task -> task -> task     in the order they came
//              | sync_give: the first one's turn has come; it is ready, and counted in
//              v            `given` until it runs
//            kind->resume: it runs: takes what it waited for, or, cancelled, hands it on
//
// Who begins to wait may hand over to the next ready task on the spot (loop_hand_over).
// A wait allocates nothing: a waiting task stands in the ring with its own links. The two
// steps, the turn given and the turn taken, are asyncio's: between them the lock is free
// and yet nobody overtakes, and whoever is cancelled there passes the turn on. Every
// function is the one of the same name in asyncio 3.11 (locks.py, queues.py).
//
// Memory: each is part of a library object (`self` names it); while a task waits, its
// `self` is a root (loop_mark_roots).
#ifndef LOOP_SYNC_H
#define LOOP_SYNC_H

#include "loop/loop.h"

typedef struct Sync Sync;

// What a task that has waited goes on with.
typedef struct SyncOutcome {
    Value value; // of the wait
    Ptr error;   // raised instead; 0: none. On entry: it was cancelled
} SyncOutcome;

typedef struct SyncKind {
    const char *name; // as %ps says it: "a lock"
    // The task is about to run. was_given: it was its turn. May change the outcome.
    // False: it waits again (sync_wait_again), and does not run.
    bool (*resume)(Loop *loop, Sync *sync, Task *task, bool was_given,
                   SyncOutcome *outcome);
    // What %ps says instead of the name, where it depends; mem_free-able. NULL: the name.
    char *(*describe)(const Sync *sync);
} SyncKind;
extern const SyncKind sync_lock_kind; // of every Lock

struct Sync {
    const SyncKind *kind;
    Waiter *waiters;  // a ring
    Ptr self;         // the library object it is part of
    uint32_t waiting; // in the ring
    uint32_t given;   // whose turn has come, and who have not run yet
    uint32_t gone;    // cancelled when they were the first, and have not run yet
};

// The running task waits; its native then returns NATIVE_PENDING (the outcome's value is
// the call's) or NATIVE_AGAIN.
void sync_wait(Loop *loop, Sync *sync);
// From resume: the task waits again, behind the others.
void sync_wait_again(Loop *loop, Sync *sync, Task *task);
// It is the first one's turn; false: nobody waits.
bool sync_give(Loop *loop, Sync *sync);
void sync_give_all(Loop *loop, Sync *sync);

// ---- asyncio.Lock
typedef struct Lock {
    Sync sync;
    bool is_locked;
    Task *owner;       // the memory of the task that has it (tasks' memory stays)
    uint64_t owner_id; // whether it is that task still
    Span taken;        // where it asked for it
} Lock;
void lock_init(Lock *lock, Ptr self);
// True: the running task has it. False: it waits.
NODISCARD bool lock_acquire(Loop *loop, Lock *lock);
// False: nobody has it (RuntimeError).
NODISCARD bool lock_release(Loop *loop, Lock *lock);

// ---- asyncio.Event
typedef struct Event {
    Sync sync;
    bool is_set;
} Event;
void event_init(Event *event, Ptr self);
NODISCARD bool event_wait(Loop *loop, Event *event); // false: the running task waits
void event_set(Loop *loop, Event *event);

// ---- asyncio.Condition
typedef struct Condition {
    Sync sync;
    Lock *lock; // of an object that the owner of the condition keeps alive
} Condition;
void condition_init(Condition *condition, Lock *lock, Ptr self);
// Releases the lock and waits; the task has the lock again when it goes on, cancelled or
// not. The lock is locked.
void condition_wait(Loop *loop, Condition *condition);
void condition_notify(Loop *loop, Condition *condition, uint64_t count);

// ---- asyncio.Semaphore, BoundedSemaphore
typedef struct Semaphore {
    Sync sync;
    int64_t value;
    int64_t bound; // of a bounded one; -1: none
} Semaphore;
void semaphore_init(Semaphore *semaphore, int64_t value, bool is_bounded, Ptr self);
bool semaphore_locked(const Semaphore *semaphore);
NODISCARD bool semaphore_acquire(Loop *loop, Semaphore *semaphore); // false: it waits
// False: released too often (ValueError).
NODISCARD bool semaphore_release(Loop *loop, Semaphore *semaphore);

// ---- asyncio.Barrier
typedef enum BarrierState { FILLING, DRAINING, RESETTING, BROKEN } BarrierState;

typedef struct BarrierEntry {
    const Task *task;
    int64_t index; // -1: it waits for the round before to be over
} BarrierEntry;

typedef struct Barrier {
    Sync sync;
    BarrierState state;
    int64_t parties;
    int64_t count; // tasks inside
    BarrierEntry *entries;
    uint32_t entry_count, entry_capacity;
} Barrier;
void barrier_init(Barrier *barrier, int64_t parties, Ptr self);
void barrier_deinit(Barrier *barrier);
typedef enum BarrierEnd { BARRIER_THROUGH, BARRIER_WAITS, BARRIER_IS_BROKEN } BarrierEnd;
// BARRIER_THROUGH: *index set. BARRIER_WAITS: the running task waits.
BarrierEnd barrier_wait(Loop *loop, Barrier *barrier, int64_t *index);
void barrier_reset(Loop *loop, Barrier *barrier);
void barrier_abort(Loop *loop, Barrier *barrier);
Ptr barrier_error(Loop *loop, const char *what); // BrokenBarrierError

// ---- for the room
// The waiting task is taken out of its ring: cancelled, and will be resumed.
void sync_leave(Task *task);
// Or it will not be: it never waited.
void sync_forget(Task *task);
// The task that has the lock, if it is one and that task has not ended; else NULL.
Task *sync_owner(const Sync *sync);
// For %ps and deadlocks: "a lock that task \"A\" has"; mem_free-able.
char *sync_describe(const Sync *sync);
// The scheduler is about to run a task that waited for a Sync. False: it waits again.
bool sync_resume(Loop *loop, Task *task, SyncOutcome *outcome);

#endif
