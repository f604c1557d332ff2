// sync.c: locks, events, conditions, semaphores, barriers: asyncio's, step for step.
//
// Enters: the running task that wants something. Leaves: tasks in rings, in the order
// they came, and tasks made ready. Always holds: `given` counts exactly the tasks whose
// turn came and that have not run; a task that is cancelled while it waits leaves the
// ring at once, one that is cancelled after its turn came hands the turn on when it runs.
//
// A condition's wait has two halves: for the notification, then for the lock. The second
// half is a wait for the lock like any other (WAIT_RELOCK), but a cancellation does not
// end it; it is kept (WAIT_RELOCK_FAILING) until the lock is there.
//
// Read next: sync.h (the drawing), task.h (WaitKind), lib's lib_sync.c.
#include "loop/sync.h"
#include "loop/block.h"
#include "loop/sched.h"

#include <assert.h>

// ---------------------------------------------------------------- waiting and turns

static void wait_as(Sync *sync, Task *task, WaitKind kind) {
    task->waiter.wait = (uint8_t)kind;
    task->waiter.state = TASK_WAITING;
    task->sync = sync;
    waiter_ring_add(&sync->waiters, &task->waiter);
    sync->waiting++;
}

void sync_wait(Loop *loop, Sync *sync) {
    assert(loop->running != NULL);
    wait_as(sync, loop->running, WAIT_SYNC);
}

void sync_wait_again(Loop *loop, Sync *sync, Task *task) {
    (void)loop;
    wait_as(sync, task, WAIT_SYNC);
}

bool sync_give(Loop *loop, Sync *sync) {
    Waiter *first = sync->waiters;
    if (first == NULL) {
        return false;
    }
    waiter_ring_remove(&sync->waiters, first);
    sync->waiting--;
    sync->given++;
    Task *task = task_of_waiter(first);
    task->waiter.wait |= WAIT_GIVEN;
    sched_make_ready(loop, task);
    return true;
}

void sync_give_all(Loop *loop, Sync *sync) {
    while (sync_give(loop, sync)) {
    }
}

void sync_leave(Task *task) {
    assert(!(task->waiter.wait & WAIT_GIVEN)); // it would be ready
    Sync *sync = task->sync;
    if (sync->waiters == &task->waiter) {
        task->waiter.wait |= WAIT_GONE;
        sync->gone++;
    }
    waiter_ring_remove(&sync->waiters, &task->waiter);
    sync->waiting--;
}

void sync_forget(Task *task) {
    task->sync->gone -= (task->waiter.wait & WAIT_GONE) != 0;
    task->waiter.wait = WAIT_NONE;
    task->sync = NULL;
}

static bool relock(Loop *loop, Lock *lock, Task *task, SyncOutcome *outcome);

bool sync_resume(Loop *loop, Task *task, SyncOutcome *outcome) {
    Sync *sync = task->sync;
    WaitKind wait = (WaitKind)(task->waiter.wait & ~(WAIT_GIVEN | WAIT_GONE));
    bool was_given = (task->waiter.wait & WAIT_GIVEN) != 0;
    sync_forget(task);
    if (was_given) {
        assert(sync->given > 0);
        sync->given--;
    }
    if (wait == WAIT_RELOCK_FAILING && was_given) { // only what was kept, nothing new
        Ptr kept = outcome->error;
        outcome->error = 0;
        bool runs = sync->kind->resume(loop, sync, task, true, outcome);
        outcome->error = kept;
        return runs;
    }
    bool runs = sync->kind->resume(loop, sync, task, was_given, outcome);
    if (wait == WAIT_SYNC || outcome->error == 0) {
        return runs;
    }
    return relock(loop, (Lock *)(void *)sync, task, outcome);
}

Task *sync_owner(const Sync *sync) {
    const Lock *lock = (const Lock *)(const void *)sync;
    if (sync->kind != &sync_lock_kind || !lock->is_locked ||
        lock->owner->id != lock->owner_id || lock->owner->waiter.state == TASK_ENDED) {
        return NULL;
    }
    return lock->owner;
}

static char *lock_describe(const Sync *sync) {
    const Lock *lock = (const Lock *)(const void *)sync;
    const Task *owner = sync_owner(sync);
    if (owner != NULL) {
        return mem_printf("a lock that task \"%s\" has", task_name(owner));
    }
    return mem_strdup(lock->is_locked ? "a lock whose task ended without releasing it"
                                      : sync->kind->name);
}

char *sync_describe(const Sync *sync) {
    return sync->kind->describe != NULL ? sync->kind->describe(sync)
                                        : mem_strdup(sync->kind->name);
}

// ---------------------------------------------------------------- lock

static void lock_take(Loop *loop, Lock *lock, Task *task) {
    assert(!lock->is_locked);
    lock->is_locked = true;
    lock->owner = task;
    lock->owner_id = task->id;
    lock->taken = fiber_where(loop->vm, task->future.body);
}

// asyncio's _wake_up_first: one whose turn has come already will run, and see; so will
// one that was the first until it was cancelled.
static void lock_give(Loop *loop, Lock *lock) {
    if (lock->sync.given == 0 && lock->sync.gone == 0) {
        sync_give(loop, &lock->sync);
    }
}

// Free, and nobody came before.
static bool lock_is_free(const Lock *lock) {
    return !lock->is_locked && lock->sync.waiting == 0 && lock->sync.given == 0;
}

static bool lock_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                        SyncOutcome *outcome) {
    (void)was_given;
    Lock *lock = (Lock *)(void *)sync;
    if (outcome->error != 0) {
        if (!lock->is_locked) {
            lock_give(loop, lock);
        }
        return true;
    }
    lock_take(loop, lock, task);
    outcome->value.u = 1;
    return true;
}

const SyncKind sync_lock_kind = {"a lock", lock_resume, lock_describe};

void lock_init(Lock *lock, Ptr self) {
    *lock = (Lock){.sync = {.kind = &sync_lock_kind, .self = self}};
}

bool lock_acquire(Loop *loop, Lock *lock) {
    if (lock_is_free(lock)) {
        lock_take(loop, lock, loop->running);
        return true;
    }
    sync_wait(loop, &lock->sync);
    return false;
}

bool lock_release(Loop *loop, Lock *lock) {
    if (!lock->is_locked) {
        return false;
    }
    lock->is_locked = false;
    lock->owner = NULL;
    lock_give(loop, lock);
    return true;
}

// ---------------------------------------------------------------- event

static bool event_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                         SyncOutcome *outcome) {
    (void)loop;
    (void)sync;
    (void)task;
    (void)was_given;
    outcome->value.u = 1; // also when it was cleared meanwhile
    return true;
}

static const SyncKind event_kind = {"an event", event_resume, NULL};

void event_init(Event *event, Ptr self) {
    *event = (Event){.sync = {.kind = &event_kind, .self = self}};
}

bool event_wait(Loop *loop, Event *event) {
    if (event->is_set) {
        return true;
    }
    sync_wait(loop, &event->sync);
    return false;
}

void event_set(Loop *loop, Event *event) {
    if (!event->is_set) {
        event->is_set = true;
        sync_give_all(loop, &event->sync);
    }
}

// ---------------------------------------------------------------- condition

// Takes the lock for a task that goes on behind a condition's wait. False: it waits for
// it, and a cancellation is kept for then. An interrupt and a deadlock are not: the lock
// may never come.
static bool relock(Loop *loop, Lock *lock, Task *task, SyncOutcome *outcome) {
    if (lock_is_free(lock)) {
        lock_take(loop, lock, task);
        outcome->value.u = 1;
        return true;
    }
    if (outcome->error != 0 && !block_is_cancellation(loop, outcome->error)) {
        return true;
    }
    wait_as(&lock->sync, task, outcome->error != 0 ? WAIT_RELOCK_FAILING : WAIT_RELOCK);
    task_set_error(task, outcome->error);
    return false;
}

static bool condition_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                             SyncOutcome *outcome) {
    (void)was_given; // a notification that reaches a cancelled task is lost (asyncio)
    return relock(loop, ((Condition *)(void *)sync)->lock, task, outcome);
}

static const SyncKind condition_kind = {"a condition", condition_resume, NULL};

void condition_init(Condition *condition, Lock *lock, Ptr self) {
    *condition =
        (Condition){.sync = {.kind = &condition_kind, .self = self}, .lock = lock};
}

void condition_wait(Loop *loop, Condition *condition) {
    bool was_locked = lock_release(loop, condition->lock);
    assert(was_locked); // the caller asked
    (void)was_locked;
    sync_wait(loop, &condition->sync);
}

void condition_notify(Loop *loop, Condition *condition, uint64_t count) {
    for (uint64_t i = 0; i < count && sync_give(loop, &condition->sync); i++) {
    }
}

// ---------------------------------------------------------------- semaphore

// asyncio's _wake_up_next: what is released goes straight to the first, so that nobody
// overtakes.
static void semaphore_give(Loop *loop, Semaphore *semaphore) {
    if (sync_give(loop, &semaphore->sync)) {
        semaphore->value--;
    }
}

static bool semaphore_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                             SyncOutcome *outcome) {
    (void)task;
    Semaphore *semaphore = (Semaphore *)(void *)sync;
    if (outcome->error != 0) {
        if (was_given) {
            semaphore->value++;
            semaphore_give(loop, semaphore);
        }
        return true;
    }
    if (semaphore->value > 0) {
        semaphore_give(loop, semaphore);
    }
    outcome->value.u = 1;
    return true;
}

static const SyncKind semaphore_kind = {"a semaphore", semaphore_resume, NULL};

void semaphore_init(Semaphore *semaphore, int64_t value, bool is_bounded, Ptr self) {
    *semaphore = (Semaphore){.sync = {.kind = &semaphore_kind, .self = self},
                             .value = value,
                             .bound = is_bounded ? value : -1};
}

bool semaphore_locked(const Semaphore *semaphore) {
    return semaphore->value == 0 || semaphore->sync.waiting > 0 ||
           semaphore->sync.given > 0;
}

bool semaphore_acquire(Loop *loop, Semaphore *semaphore) {
    if (!semaphore_locked(semaphore)) {
        semaphore->value--;
        return true;
    }
    sync_wait(loop, &semaphore->sync);
    return false;
}

bool semaphore_release(Loop *loop, Semaphore *semaphore) {
    if (semaphore->bound >= 0 && semaphore->value >= semaphore->bound) {
        return false;
    }
    semaphore->value++;
    semaphore_give(loop, semaphore);
    return true;
}

// ---------------------------------------------------------------- barrier

Ptr barrier_error(Loop *loop, const char *what) {
    return vm_error_new(loop->vm, TRAP_RUNTIME, "BrokenBarrierError", 0, "%s", what);
}

static void barrier_note(Barrier *barrier, const Task *task, int64_t index) {
    if (barrier->entry_count == barrier->entry_capacity) {
        barrier->entry_capacity = barrier->entry_capacity * 2 + 4;
        barrier->entries = mem_resize(barrier->entries,
                                      barrier->entry_capacity * sizeof *barrier->entries);
    }
    barrier->entries[barrier->entry_count++] = (BarrierEntry){task, index};
}

static int64_t barrier_forget(Barrier *barrier, const Task *task) {
    uint32_t at = 0;
    while (barrier->entries[at].task != task) {
        at++;
        assert(at < barrier->entry_count); // whoever waits was noted
    }
    int64_t index = barrier->entries[at].index;
    barrier->entries[at] = barrier->entries[--barrier->entry_count];
    return index;
}

// A task goes out, whichever way; the last one lets the next round in.
static void barrier_exit(Loop *loop, Barrier *barrier) {
    barrier->count--;
    if (barrier->count == 0) {
        if (barrier->state == RESETTING || barrier->state == DRAINING) {
            barrier->state = FILLING;
        }
        sync_give_all(loop, &barrier->sync);
    }
}

// A task that comes in: through, if it is the last one of the round.
static BarrierEnd barrier_enter(Loop *loop, Barrier *barrier, const Task *task,
                                int64_t *index) {
    if (barrier->state == DRAINING || barrier->state == RESETTING) {
        barrier_note(barrier, task, -1);
        return BARRIER_WAITS;
    }
    if (barrier->state == BROKEN) {
        return BARRIER_IS_BROKEN;
    }
    *index = barrier->count++;
    if (*index + 1 < barrier->parties) {
        barrier_note(barrier, task, *index);
        return BARRIER_WAITS;
    }
    barrier->state = DRAINING;
    sync_give_all(loop, &barrier->sync);
    barrier_exit(loop, barrier);
    return BARRIER_THROUGH;
}

static bool barrier_resume(Loop *loop, Sync *sync, Task *task, bool was_given,
                           SyncOutcome *outcome) {
    (void)was_given;
    Barrier *barrier = (Barrier *)(void *)sync;
    int64_t index = barrier_forget(barrier, task);
    if (index < 0) { // it was not in yet
        if (outcome->error != 0) {
            return true;
        }
        switch (barrier_enter(loop, barrier, task, &outcome->value.i)) {
        case BARRIER_THROUGH:
            return true;
        case BARRIER_WAITS:
            sync_wait_again(loop, sync, task);
            return false;
        case BARRIER_IS_BROKEN:
            outcome->error = barrier_error(loop, "the barrier was aborted");
            return true;
        }
    }
    if (outcome->error == 0 && barrier->state == FILLING) {
        barrier_note(barrier, task, index);
        sync_wait_again(loop, sync, task);
        return false;
    }
    if (outcome->error == 0 && barrier->state != DRAINING) {
        outcome->error = barrier_error(loop, "the barrier was aborted or reset");
    }
    outcome->value.i = index;
    barrier_exit(loop, barrier);
    return true;
}

static const SyncKind barrier_kind = {"a barrier", barrier_resume, NULL};

void barrier_init(Barrier *barrier, int64_t parties, Ptr self) {
    *barrier =
        (Barrier){.sync = {.kind = &barrier_kind, .self = self}, .parties = parties};
}

void barrier_deinit(Barrier *barrier) {
    mem_free(barrier->entries);
    barrier->entries = NULL;
}

BarrierEnd barrier_wait(Loop *loop, Barrier *barrier, int64_t *index) {
    BarrierEnd end = barrier_enter(loop, barrier, loop->running, index);
    if (end == BARRIER_WAITS) {
        sync_wait(loop, &barrier->sync);
    }
    return end;
}

void barrier_reset(Loop *loop, Barrier *barrier) {
    barrier->state = barrier->count > 0 ? RESETTING : FILLING;
    sync_give_all(loop, &barrier->sync);
}

void barrier_abort(Loop *loop, Barrier *barrier) {
    barrier->state = BROKEN;
    sync_give_all(loop, &barrier->sync);
}
